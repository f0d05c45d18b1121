import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { isOwnHost } from "./loopback.ts";

const policy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

/** Refuses other sites' names (DNS rebinding), and answers with the headers that a site should have. */
export const secureAnswers = createMiddleware<AppEnv>(async (context, next) => {
  if (!isOwnHost(context.req.header("host") ?? "")) {
    return context.text("Open the sandbox as sandbox.localhost.", 421);
  }
  await next();
  context.header("Content-Security-Policy", policy);
  context.header("X-Content-Type-Options", "nosniff");
  context.header("Referrer-Policy", "same-origin");
  if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
  return undefined;
});
