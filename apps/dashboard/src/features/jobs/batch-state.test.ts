import { describe, expect, it } from "vitest";
import { batchState } from "./batch-state.ts";

const none = { running: 0, waiting: 0, done: 0, failed: 0 };

describe("a batch", () => {
  it.each([
    [{ waiting: 20 }, "waiting"],
    [{ running: 1, waiting: 19 }, "running"],
    // Between two of its jobs none runs.
    [{ waiting: 12, done: 8 }, "running"],
    [{ running: 1, failed: 3 }, "running"],
    [{ done: 18, failed: 2 }, "failed"],
    [{ done: 20 }, "done"],
    [{ done: 4 }, "done"],
    [{}, "cancelled"],
  ] as const)("of %o is %s", (counts, state) => {
    expect(batchState({ ...none, ...counts })).toBe(state);
  });
});
