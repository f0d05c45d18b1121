import { Hono } from "hono";
import { loginRoutes } from "./accounts/login-routes.ts";
import { adminRoutes } from "./admin/admin-routes.ts";
import { fanRoutes } from "./fans/fan-routes.ts";
import { apiRoutes } from "./api/api-routes.ts";
import type { AppEnv } from "./http/app-env.ts";
import { applyFaults } from "./http/apply-faults.ts";
import { assetRoutes } from "./http/asset-routes.ts";
import { giveCsrfToken } from "./http/csrf.ts";
import { recordRequests } from "./http/record-requests.ts";
import { respondNotFound, respondNotice } from "./http/respond.ts";
import { secureAnswers } from "./http/security-headers.ts";
import { readSession } from "./http/session.ts";
import { mediaRoutes } from "./media/media-routes.ts";
import { composeRoutes } from "./posts/compose-routes.ts";
import { profileRoutes } from "./posts/profile-routes.ts";
import type { Services } from "./services.ts";

/** The whole site. What stands first in here is asked first. */
export function createApp(services: Services, adminToken: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.use(secureAnswers);
  app.route("/admin", adminRoutes(services, adminToken));
  app.route("/", assetRoutes());
  app.use(recordRequests(services));
  app.use(readSession(services));
  app.route("/api", apiRoutes(services));
  app.use(giveCsrfToken);
  app.use(
    applyFaults(services, (context, sentence) =>
      respondNotice(services, context, 429, "Too many requests", sentence),
    ),
  );
  app.route("/", mediaRoutes(services));
  app.route("/", loginRoutes(services));
  app.route("/", composeRoutes(services));
  app.route("/", fanRoutes(services));
  app.route("/", profileRoutes(services));

  app.notFound((context) => respondNotFound(services, context));
  app.onError((err, context) => {
    services.log.error({ err }, "request failed");
    const sentence = "Something went wrong on our side. Try again later.";
    return respondNotice(services, context, 500, "Something went wrong", sentence);
  });
  return app;
}
