import type { CookieOptions, Response } from "express";
import type { Context, OpenedSession } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import { gateEnv } from "../gate-env.ts";

type Constants = { SESSION_COOKIE_OPTIONS: CookieOptions };

/** Hands the session over as Directus' own log-in does. */
export async function setSessionCookie(
  { env }: Pick<Context, "env">,
  response: Response,
  { accessToken }: OpenedSession,
): Promise<void> {
  const { SESSION_COOKIE_OPTIONS: options } =
    await importFromDirectus<Constants>("@directus/api/constants");
  response.cookie(gateEnv(env).SESSION_COOKIE_NAME, accessToken, options);
}
