import type { KeyRing } from "@genie/crypto";
import type { Logger } from "@genie/logger";
import { Hono } from "hono";
import { needToken, type Tokens } from "./http/need-token.ts";
import { recordRequests } from "./http/record-requests.ts";
import { respondError, respondNotFound } from "./http/respond-error.ts";
import type { Profiles } from "./profiles/keep-profiles.ts";
import { profileRoutes } from "./profiles/profile-routes.ts";
import { sessionRoutes } from "./sessions/session-routes.ts";
import type { SessionStore } from "./sessions/session-store.ts";

export type AppOptions = {
  sessions: SessionStore;
  profiles: Profiles;
  tokens: Tokens;
  keyRing: KeyRing;
  log: Logger;
};

/** The whole service. */
export function createApp({ sessions, profiles, tokens, keyRing, log }: AppOptions): Hono {
  const app = new Hono();
  app.use(recordRequests(log));
  app.use(needToken(tokens));
  app.route("/sessions", sessionRoutes(sessions, { keyRing, log }));
  app.route("/profiles", profileRoutes(profiles));
  app.notFound((context) => respondNotFound(context));
  app.onError((error, context) => respondError(log, error, context));
  return app;
}
