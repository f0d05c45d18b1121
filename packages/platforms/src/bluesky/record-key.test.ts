import { expect, it } from "vitest";
import { recordKey } from "./record-key.ts";

const dueAt = new Date("2026-11-28T10:00:00.000Z");

it("the key of a post is the same each time, and another for another post or another time", () => {
  const key = recordKey(dueAt, "post-1");
  expect(recordKey(new Date(dueAt), "post-1")).toBe(key);
  expect(recordKey(dueAt, "post-2")).not.toBe(key);
  expect(recordKey(new Date(dueAt.getTime() + 1), "post-1")).not.toBe(key);
});

it("keys have the shape that servers demand, and those of later posts come later", () => {
  const keys = Array.from({ length: 200 }, (_, n) =>
    recordKey(new Date(dueAt.getTime() + n * 1000), `post-${n}`),
  );
  for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567a-z]{12}$/);
  expect(keys.toSorted()).toEqual(keys);
});

it("a key says the second for which the post was planned, as a server would have said it", () => {
  // A server made 3n3ekoshm3k2h at 2026-11-28T11:06:02.
  const key = recordKey(new Date("2026-11-28T11:06:02Z"), "post-1");
  const next = recordKey(new Date("2026-11-28T11:06:03Z"), "post-1");
  expect(key.slice(0, 6)).toBe("3n3eko");
  expect(key < next).toBe(true);
});
