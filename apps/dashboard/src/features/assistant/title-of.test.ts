import { expect, it } from "vitest";
import { titleOf } from "./title-of.ts";

it.each([
  ["What goes out this week?", "What goes out this week?"],
  ["  two\n\nlines ", "two lines"],
  [
    "Write a draft for my latest picture and plan it for Friday evening at nine",
    "Write a draft for my latest picture and plan it for Friday…",
  ],
  ["x".repeat(100), `${"x".repeat(60)}…`],
])("%j is called %j", (text, title) => {
  expect(titleOf(text)).toBe(title);
});
