import { expect, it } from "vitest";
import { readingsByDay } from "./readings-by-day.ts";

const at = (moment: string, value: number) => ({ at: Date.parse(moment), value });

it("a day has the last reading of each line, by her clock", () => {
  const days = readingsByDay(
    [
      [at("2026-11-01T22:30:00Z", 1), at("2026-11-02T08:00:00Z", 2), at("2026-11-02T20:00:00Z", 3)],
      [at("2026-11-03T08:00:00Z", 9)],
    ],
    "Europe/Berlin",
  );
  expect(days.map(({ date, values }) => [date, values])).toEqual([
    ["2026-11-01", [1, null]],
    ["2026-11-02", [3, null]],
    ["2026-11-03", [null, 9]],
  ]);
});
