import { expect, it } from "vitest";
import { cutText } from "./cut-text.ts";

it.each([
  ["short", 10, "short"],
  ["exactly", 7, "exactly"],
  ["too long", 3, "too"],
  ["ab🏖", 4, "ab🏖"],
  ["ab🏖c", 4, "ab🏖"],
  ["ab🏖c", 3, "ab"],
  ["half\uD83C", 10, "half\uFFFD"],
])("%j has %i units at the most and no half of a character", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});
