import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts one request of `key`. Answers null, or how long to wait when the allowance is used up. */
export type RateLimit = (key: string) => Promise<{ retryAfterMs: number } | null>;

/** At most `points` requests of a key in `seconds`, counted in this process's memory. */
export function createRateLimit({
  points,
  seconds,
}: {
  points: number;
  seconds: number;
}): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) return { retryAfterMs: rejection.msBeforeNext };
      throw rejection;
    }
  };
}
