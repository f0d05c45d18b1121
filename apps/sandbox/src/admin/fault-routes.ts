import { Hono } from "hono";
import { z } from "zod";
import { Fault } from "../faults/fault.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { Services } from "../services.ts";
import { readJson } from "../http/read-json.ts";

/** Dropping sessions happens at once; everything else is armed and waits for its occasion. */
const FaultOrder = z.union([
  z.object({ kind: z.literal("drop_sessions"), username: z.string().toLowerCase().optional() }),
  Fault,
]);

export function faultRoutes({ faults, sessions }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/faults", (context) => context.json({ faults: faults.list() }));

  app.post("/faults", async (context) => {
    const order = await readJson(context, FaultOrder);
    if (order.kind === "drop_sessions") {
      return context.json({ dropped: sessions.removeAll(order.username ?? null) });
    }
    return context.json({ fault: faults.arm(order) }, 201);
  });

  app.delete("/faults/:id{[0-9]+}", (context) =>
    context.json({ disarmed: faults.remove(Number(context.req.param("id"))) }),
  );

  app.delete("/faults", (context) => context.json({ disarmed: faults.removeAll() }));

  return app;
}
