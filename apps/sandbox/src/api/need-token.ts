import { AppError } from "@genie/errors";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";

/** Refuses calls without the token of a session that holds. */
export const needToken = createMiddleware<AppEnv>(async (context, next) => {
  if (context.var.session) return next();
  throw new AppError("unauthenticated", "The session has ended, or there was none. Log in.");
});
