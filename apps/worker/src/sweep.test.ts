import { expect, it } from "vitest";
import { sweep } from "./sweep.ts";
import { keptLog } from "./testing/kept-log.ts";
import { unused } from "./testing/unused.ts";

it("takes every step in order, whichever fails", async () => {
  const taken: string[] = [];
  const { log, lines } = keptLog();
  const step = (name: string) => async () => void taken.push(name);
  const { signal } = new AbortController();
  await sweep({ first: step("first"), failing: unused, last: step("last") }, log, signal);
  expect(taken).toEqual(["first", "last"]);
  expect(lines.join("")).toContain(`"step":"failing"`);
});

it("takes no further step once it is to stop", async () => {
  const stopping = new AbortController();
  const taken: string[] = [];
  const steps = {
    first: async () => stopping.abort(),
    second: async () => void taken.push("second"),
  };
  await sweep(steps, keptLog().log, stopping.signal);
  expect(taken).toEqual([]);
});
