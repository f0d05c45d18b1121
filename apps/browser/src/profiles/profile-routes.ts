import type { ProfilesAnswer } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { Hono } from "hono";
import { z } from "zod";
import type { Profiles } from "./keep-profiles.ts";

/** What is kept of accounts between their sessions. */
export function profileRoutes(profiles: Profiles): Hono {
  const app = new Hono();
  app.get("/", async (context) => {
    const answer: ProfilesAnswer = { accounts: await profiles.list() };
    return context.json(answer);
  });
  app.delete("/:account", async (context) => {
    const account = z.uuid().safeParse(context.req.param("account")).data;
    if (account === undefined) {
      throw new AppError("invalid_input", "This is no id of an account. Nothing was removed.");
    }
    await profiles.remove(account.toLowerCase());
    return context.body(null, 204);
  });
  return app;
}
