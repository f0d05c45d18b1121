import { expect, it } from "vitest";
import { demoPosts } from "./demo-posts.ts";

it("plans one post in two minutes and the others on later days, each at another time", () => {
  const now = new Date("2026-11-25T23:59:30Z");
  const [first, ...others] = demoPosts(now).map(({ at }) => at.getTime() - now.getTime());
  expect(first).toBe(120_000);
  expect(others).toHaveLength(3);
  expect(others.toSorted((a, b) => a - b)).toEqual(others);
  expect(others[0]).toBeGreaterThan(120_000);
});
