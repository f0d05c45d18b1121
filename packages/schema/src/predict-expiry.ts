/** A session as far as its end can be told from it; times in ISO 8601. */
export type SessionTimes = {
  capturedAt: string;
  /** When the platform said that it ends; null when it did not. */
  expiresAt: string | null;
  /** When the platform first refused it; null while it holds, and for one that was given up before. */
  endedAt: string | null;
};

/** When a session probably ends, and by what that is known. */
export type Expiry =
  | { at: Date; because: "platform" }
  /** `days`: how long the middle one of `count` earlier sessions lasted. */
  | { at: Date; because: "earlier_sessions"; count: number; days: number };

const dayMs = 24 * 60 * 60_000;

/**
 * When a session that holds now probably ends: the earlier of what the platform said and how long
 * earlier sessions of the account lasted until they were refused (their median, from two on). Null when
 * neither is known. A session that has outlived the earlier ones says nothing by them any more.
 */
export function predictExpiry(
  session: SessionTimes,
  earlier: readonly SessionTimes[],
  now: Date,
): Expiry | null {
  const told = session.expiresAt === null ? null : new Date(session.expiresAt);
  const byPlatform: Expiry | null = told && { at: told, because: "platform" };
  const lastedMs = earlier
    .flatMap(({ capturedAt, endedAt }) =>
      endedAt === null ? [] : [Date.parse(endedAt) - Date.parse(capturedAt)],
    )
    .filter((ms) => ms > 0);
  if (lastedMs.length < 2) return byPlatform;
  const usualMs = median(lastedMs);
  const at = new Date(Date.parse(session.capturedAt) + usualMs);
  if (at <= now || (told !== null && told <= at)) return byPlatform;
  const days = Math.round(usualMs / dayMs);
  return { at, because: "earlier_sessions", count: lastedMs.length, days };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
