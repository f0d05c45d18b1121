import { resolveWallTime, type WallTime } from "#features/calendar/zoned-time.ts";

export const pauseEnds = ["open", "hour", "time"] as const;
export type PauseEnd = (typeof pauseEnds)[number];

const hourMs = 60 * 60_000;

/** When a pause ends: null for never by itself, undefined for a time that is none or has passed. */
export function endOfPause(
  end: PauseEnd,
  wall: WallTime,
  { now, zone }: { now: Date; zone: string },
): Date | null | undefined {
  if (end === "open") return null;
  if (end === "hour") return new Date(now.getTime() + hourMs);
  const resolved = resolveWallTime(wall, zone);
  return resolved !== null && resolved.at > now ? resolved.at : undefined;
}
