import { CronExpressionParser } from "cron-parser";
import { refusal } from "../refusals.ts";

const leastMinutes = 15;
/** A day of the closest allowed schedule, with the midnight after it. */
const looked = 100;

/** Refuses what is no cron expression, what never comes due and what comes due too often. */
export function requireSchedule(value: unknown): void {
  const times = typeof value === "string" ? nextTimes(value) : null;
  if (times === null) {
    throw refusal(
      "INVALID_PAYLOAD",
      "This is no schedule. Use a cron expression such as 0 */6 * * *, which is every six hours. Nothing was saved.",
    );
  }
  const gapsMs = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  if (Math.min(...gapsMs) < leastMinutes * 60_000) {
    throw refusal(
      "INVALID_PAYLOAD",
      `An account is looked at every ${leastMinutes} minutes at most. Choose a longer interval. Nothing was saved.`,
    );
  }
}

/** In UTC, where no clock is ever set back; the next one at least, and no further than two years. */
function nextTimes(expression: string): number[] | null {
  // The parser fills in fields that are missing, down to every minute for no text at all.
  if (!/^\s*(@\w+|\S+(\s+\S+){4,5})\s*$/.test(expression)) return null;
  try {
    const schedule = CronExpressionParser.parse(expression, { tz: "UTC" });
    const times = [schedule.next().getTime()];
    const until = Date.now() + 2 * 366 * 86_400_000;
    while (times.length < looked && (times.at(-1) ?? until) < until) {
      times.push(schedule.next().getTime());
    }
    return times;
  } catch {
    return null;
  }
}
