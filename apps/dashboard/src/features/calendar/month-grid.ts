import { Temporal } from "temporal-polyfill";
import { addDays, startOfDay } from "./days.ts";

export type GridDay = { date: string; day: number; isInMonth: boolean };

const daysInWeek = 7;

/** The weeks, from Monday on, that a month touches. A month is "2026-11". */
export function monthGrid(month: string): GridDay[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = first.subtract({ days: first.dayOfWeek - 1 });
  const weekCount = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / daysInWeek);
  return Array.from({ length: weekCount }, (_week, week) =>
    Array.from({ length: daysInWeek }, (_day, day) => {
      const date = start.add({ days: week * daysInWeek + day });
      return { date: date.toString(), day: date.day, isInMonth: date.month === first.month };
    }),
  );
}

/** The moments between which the days of a grid lie. */
export function gridSpan(grid: GridDay[][], zone: string): { from: Date; before: Date } {
  const days = grid.flat();
  const [first, last] = [days[0]?.date ?? "1970-01-01", days.at(-1)?.date ?? "1970-01-01"];
  return { from: startOfDay(first, zone), before: startOfDay(addDays(last, 1), zone) };
}

/** A month `count` months later, or earlier when negative. */
export function addMonths(month: string, count: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

/** The month that an address names, or else the month of `today`. */
export function parseMonth(text: string | null, today: string): string {
  return text !== null && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7);
}
