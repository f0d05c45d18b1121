import { createHash } from "node:crypto";
import { CronExpressionParser } from "cron-parser";

export type Schedule = { profileId: string; cron: string; timezone: string };

const mostMs = 5 * 60_000;

/**
 * When what came due shortly before `now` is to start: up to five minutes after it was due and at most half
 * an interval, always the same for one profile, so that not all accounts start in one second. `now` itself
 * when that is over, or when nothing came due.
 */
export function jitteredStart({ profileId, cron, timezone }: Schedule, now: Date): Date {
  const currentDate = new Date(now.getTime() - mostMs - 1);
  const times = CronExpressionParser.parse(cron, { currentDate, tz: timezone });
  const dueAt = times.next().getTime();
  if (dueAt > now.getTime()) return now;
  const intervalMs = times.next().getTime() - dueAt;
  const startAt = dueAt + Math.floor(shareOf(profileId) * Math.min(mostMs, intervalMs / 2));
  return new Date(Math.max(startAt, now.getTime()));
}

/** From 0 to just below 1. */
function shareOf(profileId: string): number {
  return createHash("sha256").update(profileId).digest().readUInt32BE() / 2 ** 32;
}
