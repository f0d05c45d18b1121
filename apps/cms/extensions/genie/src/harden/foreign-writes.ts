import { bearerToken } from "../bearer-token.ts";
import type { Handler } from "../directus.ts";
import type { GateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { redeemsCode } from "./extension-calls.ts";

const reads = new Set(["GET", "HEAD", "OPTIONS", "SEARCH"]);

/**
 * A write that a browser's cookie vouches for must come from our own pages: Origin exactly ours
 * and Sec-Fetch-Site, where the browser sends it, same-origin (OWASP ASVS 5.0, 3.5.1 to 3.5.3).
 */
export function refuseForeignWrites(
  env: Pick<GateEnv, "origin" | "REFRESH_TOKEN_COOKIE_NAME" | "SESSION_COOKIE_NAME">,
): Handler {
  return (request, _response, next) => {
    if (reads.has(request.method) || redeemsCode(request)) return next();
    const { origin } = request.headers;
    const byToken = bearerToken(request) !== null;
    const site = request.headers["sec-fetch-site"];
    const byCookie =
      !byToken &&
      [env.SESSION_COOKIE_NAME, env.REFRESH_TOKEN_COOKIE_NAME].some(
        (name) => request.cookies[name] !== undefined,
      );
    const fromElsewhere =
      (origin !== undefined && origin !== env.origin) ||
      (site !== undefined && site !== "same-origin");
    if (byCookie ? fromElsewhere || origin === undefined : !byToken && fromElsewhere) {
      return next(
        refusal(
          "FORBIDDEN",
          `This request came from another site, so it was refused. Nothing was changed. Open ${env.origin} and try again there.`,
        ),
      );
    }
    return next();
  };
}
