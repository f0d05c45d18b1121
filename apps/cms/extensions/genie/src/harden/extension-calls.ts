import { callerOf } from "../caller.ts";
import type { GateRequest, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** All that a paired browser may call; `pairings/index.ts` serves it. */
const calls: ReadonlySet<string> = new Set([
  "GET /pairings/platforms",
  "POST /pairings/sessions",
  "POST /pairings/wipe",
  "POST /pairings/leave",
]);

/** Directus opens some routes to every user; a paired browser's token opens only its own. */
export function keepExtensionsToTheirCalls(): Handler {
  return (request, _response, next) => {
    if (callerOf(request.accountability) !== "extension") return next();
    if (calls.has(`${request.method} ${request.path}`)) return next();
    return next(
      refusal(
        "FORBIDDEN",
        "A paired browser may hand over cookies and nothing else. Nothing was done.",
      ),
    );
  };
}

const extensionOrigin = /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/;

/**
 * Whether a browser's extension redeems its code. Its origin is never ours, and no cookie vouches for
 * it: the code does.
 */
export function redeemsCode({ method, path, headers }: GateRequest): boolean {
  return (
    method === "POST" &&
    path === "/pairings/redeem" &&
    headers.cookie === undefined &&
    (headers.origin === undefined || extensionOrigin.test(headers.origin))
  );
}
