import { expect, it } from "vitest";
import { describeLimit, sizeLimitOf } from "./size-limit.ts";

const megabyte = 1024 ** 2;

it.each([
  [50 * megabyte, "50 MB"],
  [4 * 1024 ** 3, "4 GB"],
  [1.5 * 1024 ** 3, "1.5 GB"],
])("describeLimit says %i bytes as %s", (bytes, expected) => {
  expect(describeLimit(bytes)).toBe(expected);
});

it.each([
  ["video/mp4", 4096, 4096, "a is larger than 4 GB, the most that is taken here."],
  ["image/png", 4096, 50, "a is larger than 50 MB, the most that a picture may have."],
  ["image/png", 20, 20, "a is larger than 20 MB, the most that is taken here."],
])("a file of %s may have, of %i MB, %i", (type, taken, expected, sentence) => {
  const limit = sizeLimitOf(type, taken * megabyte);
  expect(limit.bytes).toBe(expected * megabyte);
  expect(limit.tooLarge("a").message).toContain(sentence);
});
