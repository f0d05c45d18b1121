import { createMiddleware } from "hono/factory";
import type { Services } from "../services.ts";
import type { AppEnv } from "./app-env.ts";

/** Tells and logs every answer. */
export function recordRequests({ events, log, now }: Services) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const at = now();
    const startedAt = performance.now();
    await next();
    const { method, url } = context.req;
    const path = new URL(url).pathname;
    const { status } = context.res;
    const username = context.var.session?.username ?? null;
    const durationMs = Math.round(performance.now() - startedAt);
    events.emit({ type: "request", method, path, status, username, at, duration_ms: durationMs });
    log.info({ method, path, status, durationMs }, "request answered");
  });
}
