import { AppError } from "@genie/errors";
import { Hono } from "hono";
import { z } from "zod";
import type { AppEnv } from "../http/app-env.ts";
import { readJson } from "../http/read-json.ts";
import type { Services } from "../services.ts";

const FanChange = z.strictObject({
  tier: z.string().min(1).max(40).optional(),
  spent_cents: z.int().min(0).optional(),
  last_seen_at: z.int().min(0).optional(),
});

/** The fans of an account, who spend more on demand and go away on demand. */
export function fanRoutes({ accounts, fans }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/fans", (context) => {
    const account = accounts.find(context.req.query("username") ?? "");
    if (!account) throw new AppError("not_found", "There is no account with this username.");
    return context.json({ fans: fans.list(account.id) });
  });

  app.patch("/fans/:id{[0-9]+}", async (context) => {
    fans.change(Number(context.req.param("id")), await readJson(context, FanChange));
    return context.json({});
  });

  app.delete("/fans/:id{[0-9]+}", (context) => {
    fans.remove(Number(context.req.param("id")));
    return context.json({});
  });

  return app;
}
