import type { Logger } from "@genie/logger";
import { Hono } from "hono";
import { needToken } from "./http/need-token.ts";
import { recordRequests } from "./http/record-requests.ts";
import { respondError, respondNotFound } from "./http/respond-error.ts";
import { sessionRoutes } from "./sessions/session-routes.ts";
import type { SessionStore } from "./sessions/session-store.ts";

export type AppOptions = { sessions: SessionStore; token: string; log: Logger };

/** The whole service. */
export function createApp({ sessions, token, log }: AppOptions): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.use(recordRequests(log));
  app.use(needToken(token));
  app.route("/sessions", sessionRoutes(sessions));
  app.notFound((context) => respondNotFound(context));
  app.onError((error, context) => respondError(log, error, context));
  return app;
}
