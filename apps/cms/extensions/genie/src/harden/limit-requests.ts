import { addressKey, createRateLimit, type SharedCounts } from "@genie/rate-limit";
import { callerOf } from "../caller.ts";
import type { GateRequest, Handler } from "../directus.ts";
import { tooMany } from "../refusals.ts";

/** Requests a minute. By user, so that one user's load is nobody else's; by address for strangers. */
export const limits = { user: 1200, stranger: 240, signIn: 30, pictures: 6000 } as const;

// Whatever takes a password or a one-time code can be used to guess it.
const signInRoutes =
  /^\/(auth\/(login|password)|users\/me\/tfa|account\/(password|email|forgot|reset|accept|confirm|recover|recovery-codes|own-two-factor-off)|pairings\/redeem)(\/|$)|^\/your-data\/(exports|deletion)\/?$/i;

/** Limits everybody but the Worker and the set-up service; answers 429 with Retry-After. */
export function limitRequests(shared: SharedCounts | null): Handler {
  const perMinute = (name: keyof typeof limits) =>
    createRateLimit({ name, points: limits[name], seconds: 60 }, shared);
  const users = perMinute("user");
  const strangers = perMinute("stranger");
  const signIns = perMinute("signIn");
  const pictures = perMinute("pictures");

  return async (request, response, next) => {
    const { accountability } = request;
    const caller = callerOf(accountability ?? null);
    if (caller === "worker" || (caller === "admin" && !accountability?.user)) return next();
    const address = addressKey(accountability?.ip ?? "unknown");
    try {
      const refused =
        (isSignIn(request) ? await signIns(address) : null) ??
        (await (accountability?.user
          ? (isPicture(request) ? pictures : users)(accountability.user)
          : strangers(address)));
      if (refused === null) return next();
      const seconds = Math.max(1, Math.ceil(refused.retryAfterMs / 1000));
      response.setHeader("Retry-After", String(seconds));
      return next(tooMany(seconds));
    } catch (error) {
      return next(error);
    }
  };
}

const isSignIn = ({ method, path }: GateRequest) => method === "POST" && signInRoutes.test(path);

/** A page of the library is a hundred of them, and each is kept by the browser. */
const isPicture = ({ method, path }: GateRequest) =>
  method === "GET" && /^\/renditions\//i.test(path);
