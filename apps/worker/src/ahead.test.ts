import { expect, it } from "vitest";
import { ahead } from "./ahead.ts";

async function* numbers(log: string[], failAt = Number.NaN) {
  try {
    for (let n = 1; n <= 4; n += 1) {
      log.push(`read ${n}`);
      if (n === failAt) throw new Error("broken");
      yield n;
    }
  } finally {
    log.push("closed");
  }
}

it("has read the next one when the last is worked on, and no more than that", async () => {
  const log: string[] = [];
  for await (const n of ahead(numbers(log))) log.push(`got ${n}`);
  expect(log.filter((line) => line.startsWith("got"))).toEqual([
    "got 1",
    "got 2",
    "got 3",
    "got 4",
  ]);
  expect(log.indexOf("read 2")).toBeLessThan(log.indexOf("got 1"));
  expect(log.indexOf("read 3")).toBeGreaterThan(log.indexOf("got 1"));
  expect(log.at(-1)).toBe("got 4");
  expect(log).toContain("closed");
});

it("closes the source when nobody asks for more, even while it reads", async () => {
  const log: string[] = [];
  for await (const n of ahead(numbers(log))) if (n === 2) break;
  expect(log).toEqual(["read 1", "read 2", "read 3", "closed"]);
});

it("throws what the source throws, after what came before it", async () => {
  const log: string[] = [];
  const reading = async () => {
    for await (const n of ahead(numbers(log, 3))) log.push(`got ${n}`);
  };
  await expect(reading()).rejects.toThrow("broken");
  expect(log.filter((line) => line.startsWith("got"))).toEqual(["got 1", "got 2"]);
});

it("a failure of the source is nobody's when the work has failed before", async () => {
  await expect(workThatFails()).rejects.toThrow("work on 1");
});

async function workThatFails() {
  for await (const n of ahead(numbers([], 2))) throw new Error(`work on ${n}`);
}
