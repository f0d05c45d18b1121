import { expect, it } from "vitest";
import { readRetryAfter } from "./read-retry-after.ts";

it.each([
  [undefined, null],
  ["0", 0],
  ["30", 30_000],
  ["Wed, 25 Nov 2026 10:00:30 GMT", 30_000],
  ["Wed, 25 Nov 2026 09:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
])("Retry-After %j is %j ms", (text, expected) => {
  const now = Date.UTC(2026, 10, 25, 10);
  expect(readRetryAfter(text, now)).toBe(expected);
});
