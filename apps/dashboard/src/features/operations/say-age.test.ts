import { expect, it } from "vitest";
import { operations } from "#messages/en/operations.ts";
import { sayAge } from "./say-age.ts";

it.each([
  [0, "under 1 s"],
  [1_000, "1 s"],
  [119_000, "119 s"],
  [120_000, "2 min"],
  [7_199_000, "120 min"],
  [7_200_000, "2 h"],
])("%i ms are %s", (ageMs, said) => {
  expect(sayAge(ageMs, operations)).toBe(said);
});
