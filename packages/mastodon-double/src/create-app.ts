import { Hono } from "hono";
import { adminRoutes } from "./admin-routes.ts";
import { accountRoutes } from "./api/account-routes.ts";
import { instanceRoutes } from "./api/instance-routes.ts";
import { mediaRoutes } from "./api/media-routes.ts";
import { statusRoutes } from "./api/status-routes.ts";
import { ApiError } from "./api-error.ts";
import { fileRoutes } from "./file-routes.ts";
import type { State } from "./state.ts";

/** The whole server. */
export function createApp(state: State, adminToken: string): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("X-Server", "a double of Mastodon, for tests");
  });
  app.get("/health", (context) => context.text("OK"));
  app.route("/admin", adminRoutes(state, adminToken));
  app.route("/", fileRoutes(state));
  app.route("/api", instanceRoutes(state));
  app.route("/api/v1/accounts", accountRoutes(state));
  app.route("/api", mediaRoutes(state));
  app.route("/api/v1/statuses", statusRoutes(state));
  app.notFound((context) => context.json({ error: "Not found" }, 404));
  app.onError((error, context) =>
    error instanceof ApiError
      ? context.json({ error: error.message }, error.status)
      : context.json({ error: "An unexpected error occured" }, 500),
  );
  return app;
}
