import { AppError, httpStatus } from "@genie/errors";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import type { Services } from "../services.ts";
import { accountRoutes } from "./account-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { fanRoutes } from "./fan-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { needAdmin } from "./guard.ts";
import { postRoutes } from "./post-routes.ts";

/** The JSON API that tests and the demo steer the sandbox with. */
export function adminRoutes(services: Services, adminToken: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(needAdmin(adminToken));
  app.route("/", accountRoutes(services));
  app.route("/", postRoutes(services));
  app.route("/", fanRoutes(services));
  app.route("/", faultRoutes(services));
  app.route("/", eventRoutes(services));
  app.all("*", () => {
    throw new AppError("not_found", "There is no such call in the admin API.");
  });
  app.onError((error, context) => {
    const { code, message } = error instanceof AppError ? error : unexpected(services, error);
    return context.json({ error: { code, message } }, httpStatus[code]);
  });
  return app;
}

function unexpected({ log }: Services, err: Error): AppError {
  log.error({ err }, "admin call failed");
  return new AppError("internal", "Something went wrong. The log says what.");
}
