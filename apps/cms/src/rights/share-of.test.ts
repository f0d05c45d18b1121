import { afterEach, describe, expect, it, vi } from "vitest";
import { callerKinds } from "./rights-of.ts";
import { shareOf, shareOfWalks } from "./share-of.ts";

const items = Array.from({ length: 100 }, (_, index) => index);
const together = (...shares: (readonly number[])[]) =>
  shares.flat().toSorted((one, other) => one - other);

afterEach(() => vi.unstubAllEnvs());

describe("the share of a caller", () => {
  const half = items.filter((item) => item % 2 === 0);

  it("is half of what a creator can ask, with that of the other creator", () => {
    expect(together(shareOf(items, "creator"), shareOf(items, "other creator"))).toEqual(half);
  });

  it("is half of the walks, for those who have rows together", () => {
    const four = ["creator", "other creator", "reading program", "writing program"] as const;
    expect(together(...four.map((kind) => shareOfWalks(items, kind)))).toEqual(half);
  });

  it.each(callerKinds)("is never empty for the %s, and the same each time", (kind) => {
    expect(shareOf([0], kind)).toEqual([0]);
    for (const length of [2, 5, 12]) expect(shareOf(items.slice(0, length), kind)).not.toEqual([]);
    expect(shareOf(items, kind)).toEqual(shareOf(items, kind));
    expect(shareOf([], kind)).toEqual([]);
  });

  it.each(callerKinds)("is all there is for the %s in the proof", (kind) => {
    vi.stubEnv("TESTS", "whole");
    expect(shareOf(items, kind)).toEqual(items);
  });
});
