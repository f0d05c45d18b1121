import { createMiddleware } from "hono/factory";
import { getCookie, setCookie } from "hono/cookie";
import { createSecretToken, equalTokens } from "../accounts/secret-token.ts";
import type { AppContext, AppEnv } from "./app-env.ts";

const csrfCookie = "sandbox_csrf";

/** Gives each browser a token that its forms send back; another site can't read it. */
export const giveCsrfToken = createMiddleware<AppEnv>(async (context, next) => {
  const known = getCookie(context, csrfCookie);
  const token = known ?? createSecretToken();
  if (!known) setCookie(context, csrfCookie, token, { httpOnly: true, sameSite: "Lax", path: "/" });
  context.set("csrf", token);
  await next();
});

/** True when a form came from a page of ours in the same browser. */
export function isOwnForm(context: AppContext, token: unknown): boolean {
  const origin = context.req.header("origin");
  if (origin !== undefined && URL.parse(origin)?.host !== context.req.header("host")) return false;
  const known = getCookie(context, csrfCookie);
  return known !== undefined && typeof token === "string" && equalTokens(token, known);
}
