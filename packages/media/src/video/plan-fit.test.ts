import { describe, expect, it } from "vitest";
import { planFit } from "./plan-fit.ts";

const source = { width: 1_920, height: 1_080, durationS: 60, framesPerS: 30, hasSound: true };
const mimeTypes = ["video/mp4"];

describe("planFit", () => {
  it("keeps the size where the bytes are enough for it", () => {
    const plan = planFit(source, { maxBytes: 50_000_000, mimeTypes });
    expect(plan).toMatchObject({ width: 1_920, height: 1_080, lengthS: 60, framesPerS: 30 });
  });

  it.each([50_000_000, 8_000_000, 2_000_000, 400_000])("stays below %i bytes", (maxBytes) => {
    const plan = planFit(source, { maxBytes, mimeTypes });
    const kbps = (plan?.pictureKbps ?? 0) + (plan?.soundKbps ?? 0);
    expect((kbps * 1_000 * 60) / 8).toBeLessThan(maxBytes);
  });

  it("is smaller with fewer bytes, in even sides of the same shape, and within what is asked", () => {
    const plan = planFit(source, { maxBytes: 4_000_000, mimeTypes, maxSide: 1_280 });
    expect(plan?.width).toBeLessThanOrEqual(1_280);
    expect((plan?.width ?? 1) % 2).toBe(0);
    expect((plan?.width ?? 0) / (plan?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });

  it("cuts off what is too long", () => {
    const plan = planFit(source, { maxBytes: 9_000_000, mimeTypes, maxDurationS: 15 });
    expect(plan?.lengthS).toBe(15);
  });

  it("has no plan where nothing would be seen", () => {
    expect(planFit(source, { maxBytes: 100_000, mimeTypes })).toBeUndefined();
  });
});
