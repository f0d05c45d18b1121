import { Hono } from "hono";
import { AppError, httpStatus } from "@genie/errors";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import { applyFaults } from "../http/apply-faults.ts";
import type { Services } from "../services.ts";
import { mediaUploadRoutes } from "./media-upload-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { sessionRoutes } from "./session-routes.ts";

/**
 * The API for programs: a session by username and password, the account, its posts. Answers are JSON; an
 * error is `{ error: { code, message } }`. What goes wrong on demand goes wrong here too.
 */
export function apiRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(applyFaults(services, (context, message) => answerError(context, 429, message)));
  app.route("/", sessionRoutes(services));
  app.route("/", mediaUploadRoutes(services));
  app.route("/", postRoutes(services));
  app.all("*", () => {
    throw new AppError("not_found", "There is no such call in the API.");
  });
  app.onError((error, context) => {
    if (error instanceof AppError) {
      const { code, message } = error;
      return context.json({ error: { code, message } }, httpStatus[code]);
    }
    services.log.error({ err: error }, "call failed");
    return answerError(context, 500, "Something went wrong on our side. Try again later.");
  });
  return app;
}

function answerError(context: AppContext, status: 429 | 500, message: string): Response {
  const code = status === 429 ? "rate_limited" : "internal";
  return context.json({ error: { code, message } }, status);
}
