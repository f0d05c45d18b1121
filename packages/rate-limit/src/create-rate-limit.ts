import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { SharedCounts } from "./open-shared-counts.ts";

/** Counts one request of `key`. Answers null, or how long to wait when the allowance is used up. */
export type RateLimit = {
  (key: string): Promise<{ retryAfterMs: number } | null>;
  /** Takes a request that was let through back, where only some of them are to count. */
  giveBack: (key: string) => Promise<void>;
  /** Begins anew with a key. */
  forget: (key: string) => Promise<void>;
};

export type Allowance = {
  /** Keeps it apart from others that are counted in the same place. */
  name: string;
  points: number;
  seconds: number;
};

/**
 * At most `points` requests of a key in `seconds`: in this process's memory, or of all processes that count in the
 * same Redis. While that does not answer, each counts by itself.
 */
export function createRateLimit(
  { name, points, seconds }: Allowance,
  shared: SharedCounts | null = null,
): RateLimit {
  const allowance = { points, duration: seconds };
  const own = new RateLimiterMemory(allowance);
  const limiter =
    shared === null
      ? own
      : new RateLimiterRedis({
          ...allowance,
          storeClient: shared,
          keyPrefix: `genie-limit:${name}`,
          insuranceLimiter: own,
          rejectIfRedisNotReady: true,
        });
  const count = async (key: string) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) return { retryAfterMs: rejection.msBeforeNext };
      throw rejection;
    }
  };
  const giveBack = async (key: string) => {
    await limiter.reward(key);
  };
  const forget = async (key: string) => {
    await limiter.delete(key);
  };
  return Object.assign(count, { giveBack, forget });
}
