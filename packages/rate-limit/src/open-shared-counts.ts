import { Redis } from "ioredis";

/** A Redis in which several processes count together. */
export type SharedCounts = Redis;

/** A connection for limits: nobody waits for a Redis that does not answer. */
export function openSharedCounts(url: string, onError: (error: Error) => void): SharedCounts {
  const redis = new Redis(url, {
    commandTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  redis.on("error", onError);
  return redis;
}
