import type { ShownTime } from "./site.ts";

const dayMs = 24 * 60 * 60_000;
const agoMs: Record<string, number> = {
  second: 1_000,
  minute: 60_000,
  hour: 60 * 60_000,
  day: dayMs,
  s: 1_000,
  m: 60_000,
  h: 60 * 60_000,
  d: dayMs,
};
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A time with its zone, as machines write it. */
export function readTime(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * A time as people read it on a page: "3 hours ago", "Yesterday", "Nov 26", "Nov 26, 2025". Those are
 * not exact: a day is its beginning, in UTC. Null for what could mean more than one.
 */
export function readShownTime(text: string, now: Date): ShownTime | null {
  const words = text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  const exact = readTime(text.trim());
  if (exact !== null) return { at: exact, isExact: true };
  const at = readAgo(words, now) ?? readDay(words, now);
  return at && { at, isExact: false };
}

function readAgo(words: string, now: Date): Date | null {
  const [, count, unit] = /^(\d{1,3}) ?(second|minute|hour|day|[smhd])s?( ago)?$/.exec(words) ?? [];
  const unitMs = agoMs[unit ?? ""];
  return unitMs === undefined ? null : new Date(now.getTime() - Number(count) * unitMs);
}

function readDay(words: string, now: Date): Date | null {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  if (words === "today") return new Date(today);
  if (words === "yesterday") return new Date(today - dayMs);
  const [, name = "", day, year] = /^([a-z]{3})[a-z]* (\d{1,2})(?:, (\d{4}))?$/.exec(words) ?? [];
  const month = months.indexOf(name);
  if (month === -1 || day === undefined) return null;
  const given = year === undefined ? now.getUTCFullYear() : Number(year);
  const at = new Date(Date.UTC(given, month, Number(day)));
  if (at.getUTCDate() !== Number(day)) return null;
  if (year !== undefined || at <= now) return at;
  return new Date(Date.UTC(given - 1, month, Number(day)));
}
