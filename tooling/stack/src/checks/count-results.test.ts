import { describe, expect, it } from "vitest";
import { addUp, countPlaywright, countVitest } from "./count-results.ts";

function vitest(changes: object): string {
  return JSON.stringify({
    success: true,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: "passed", assertionResults: [{}, {}, {}] }],
    ...changes,
  });
}

function playwright(stats: object, errors: unknown[] = []): string {
  const clean = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
  return JSON.stringify({ errors, stats: { ...clean, ...stats } });
}

describe("countVitest", () => {
  it("counts what passed", () => {
    expect(countVitest(vitest({}))).toEqual({ passed: 3, failed: 0, notes: [] });
  });

  it.each([
    ["a failed test", { success: false, numFailedTests: 1 }, 1],
    ["a skipped test", { numPendingTests: 1 }, 1],
    ["a test that is to be written", { numTodoTests: 1 }, 1],
    [
      "a file that does not load",
      { success: false, testResults: [{ status: "failed", assertionResults: [] }] },
      1,
    ],
    ["an error outside of the tests", { success: false }, 1],
    ["a run without tests", { numPassedTests: 0, testResults: [] }, 1],
  ])("counts %s as failed", (_case, changes, failed) => {
    expect(countVitest(vitest(changes)).failed).toBe(failed);
  });
});

describe("countPlaywright", () => {
  it("counts what passed", () => {
    expect(countPlaywright(playwright({}))).toEqual({ passed: 2, failed: 0, notes: [] });
  });

  it.each([
    ["a failed journey", playwright({ unexpected: 1 })],
    ["a journey that passes only at the second try", playwright({ flaky: 1 })],
    ["a skipped journey", playwright({ skipped: 1 })],
    ["an error outside of the journeys", playwright({}, [{}])],
    ["a run without journeys", playwright({ expected: 0 })],
  ])("counts %s as failed", (_case, json) => {
    expect(countPlaywright(json).failed).toBe(1);
  });
});

describe("addUp", () => {
  it("adds the suites up", () => {
    const first = { passed: 1, failed: 2, notes: ["a"] };
    const second = { passed: 3, failed: 0, notes: [] };
    expect(addUp([first, second])).toEqual({ passed: 4, failed: 2, notes: ["a"] });
  });
});
