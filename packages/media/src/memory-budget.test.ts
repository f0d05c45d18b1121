import { describe, expect, it } from "vitest";
import { openMemoryBudget } from "./memory-budget.ts";

const never = new AbortController().signal;

/** Whether it has come to pass by now. */
const isDone = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), Promise.resolve(false)]);

describe("openMemoryBudget", () => {
  it("lets as much begin as fits, and the next in turn when there is room again", async () => {
    const budget = openMemoryBudget(100);
    const giveBack = await budget.take(60, never);
    await budget.take(40, never);
    const large = budget.take(50, never);
    const small = budget.take(10, never);
    expect(await isDone(large)).toBe(false);
    expect(await isDone(small)).toBe(false);
    giveBack();
    giveBack();
    await large;
    await small;
    expect(await isDone(budget.take(1, never))).toBe(false);
  });

  it("gives all there is to what asks for more", async () => {
    const budget = openMemoryBudget(100);
    const giveBack = await budget.take(5_000, never);
    const next = budget.take(1, never);
    expect(await isDone(next)).toBe(false);
    giveBack();
    await next;
  });

  it("forgets what is called off, and lets those behind it begin", async () => {
    const budget = openMemoryBudget(100);
    await budget.take(60, never);
    const callOff = new AbortController();
    const large = budget.take(50, callOff.signal);
    const small = budget.take(40, never);
    callOff.abort(new Error("called off"));
    await expect(large).rejects.toThrow("called off");
    await small;
    await expect(budget.take(1, callOff.signal)).rejects.toThrow("called off");
  });
});
