import type { Logger } from "@genie/logger";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";

/** One line a request: never an address, a value or a cookie. */
export function recordRequests(log: Logger) {
  return createMiddleware(async (context, next) => {
    const startedAt = performance.now();
    await next();
    log.info(
      {
        method: context.req.method,
        route: routePath(context, -1),
        sessionId: context.req.param("id"),
        status: context.res.status,
        durationMs: Math.round(performance.now() - startedAt),
      },
      "request answered",
    );
  });
}
