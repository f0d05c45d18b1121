import { describe, expect, it } from "vitest";
import { faultKinds, planFaults } from "./plan-faults.ts";
import { seededRandom } from "./random.ts";

const options = { spanMs: 600_000, kills: 100, kinds: faultKinds };

describe("planFaults", () => {
  it("is the same for the same seed, and another for another", () => {
    const plan = planFaults(options, seededRandom(7));
    expect(planFaults(options, seededRandom(7))).toEqual(plan);
    expect(planFaults(options, seededRandom(8))).not.toEqual(plan);
  });

  it("has as many kills as were asked for, and every other kind equally often", () => {
    const plan = planFaults(options, seededRandom(1));
    const counts = Map.groupBy(plan, ({ kind }) => kind);
    expect(counts.get("kill")).toHaveLength(100);
    for (const kind of faultKinds.filter((one) => one !== "kill")) {
      expect(counts.get(kind)).toHaveLength(4);
    }
    expect(plan.every(({ atMs }) => atMs >= 0 && atMs < options.spanMs)).toBe(true);
  });

  it("does in a short run each kind once", () => {
    const plan = planFaults({ spanMs: 60_000, kills: 5, kinds: faultKinds }, seededRandom(3));
    expect(new Set(plan.map(({ kind }) => kind)).size).toBe(faultKinds.length);
  });
});
