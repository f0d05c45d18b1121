import { createMiddleware } from "hono/factory";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type Session, sessionDays } from "../accounts/session-store.ts";
import type { Services } from "../services.ts";
import type { AppContext, AppEnv } from "./app-env.ts";

export const sessionCookie = "sandbox_session";
const cookie = { httpOnly: true, sameSite: "Lax", path: "/" } as const;

/** Finds out who is signed in: by the cookie on pages, by the bearer token in the API. */
export function readSession({ sessions, now }: Services) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const token = isApiPath(context.req.path)
      ? bearerOf(context.req.header("authorization"))
      : getCookie(context, sessionCookie);
    context.set("session", (token && sessions.find(token, now())) || null);
    await next();
  });
}

/** Sends strangers to the log-in page, which brings them back afterwards. */
export const needSession = createMiddleware<AppEnv>(async (context, next) => {
  if (context.var.session) return next();
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 303);
});

/** The session of a route behind `needSession`. */
export function sessionOf(context: AppContext): Session {
  if (context.var.session) return context.var.session;
  throw new Error("The route has no needSession in front of it.");
}

/** True for the calls of programs; a browser's cookie counts for nothing there. */
export function isApiPath(path: string): boolean {
  return path.startsWith("/api/");
}

function bearerOf(header = ""): string {
  return /^Bearer (\S+)$/i.exec(header)?.[1] ?? "";
}

export function signIn(context: AppContext, token: string): void {
  setCookie(context, sessionCookie, token, { ...cookie, maxAge: sessionDays * 24 * 60 * 60 });
}

export function signOut({ sessions }: Services, context: AppContext): void {
  if (context.var.session) sessions.remove(context.var.session.id);
  deleteCookie(context, sessionCookie, { path: "/" });
}
