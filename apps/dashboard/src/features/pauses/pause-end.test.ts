import { expect, it } from "vitest";
import { endOfPause } from "./pause-end.ts";

const around = { now: new Date("2026-11-25T17:00:00Z"), zone: "Europe/Berlin" };

it.each([
  ["open", "", "", null],
  ["hour", "", "", new Date("2026-11-25T18:00:00Z")],
  ["time", "2026-11-25", "21:00", new Date("2026-11-25T20:00:00Z")],
  ["time", "2026-11-25", "18:00", undefined],
  ["time", "2026-11-25", "", undefined],
] as const)("a pause that ends by %s, %s %s", (end, date, time, at) => {
  expect(endOfPause(end, { date, time }, around)).toEqual(at);
});
