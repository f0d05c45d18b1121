import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FanFacts, scoreFan } from "./fan-score.ts";

const now = new Date("2026-11-28T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

const nobody: FanFacts = {
  status: "unknown",
  totalSpent: null,
  lastInteraction: null,
  subscribedAt: null,
};

const facts: fc.Arbitrary<FanFacts> = fc.record({
  status: fc.constantFrom("active", "expired", "unknown"),
  totalSpent: fc.option(
    fc.integer({ min: 0, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  ),
  lastInteraction: fc.option(fc.double({ min: -10, max: 2_000, noNaN: true }).map(daysAgo)),
  subscribedAt: fc.option(fc.double({ min: -10, max: 4_000, noNaN: true }).map(daysAgo)),
});
const score = (fan: FanFacts) => scoreFan(fan, now).score;
const more = fc.double({ min: 0, max: 3_000, noNaN: true });

const shifted = (at: FanFacts["subscribedAt"], days: number) =>
  new Date(new Date(at ?? now).getTime() + days * 24 * 60 * 60 * 1000);

describe("scoreFan", () => {
  it.each<[Partial<FanFacts>, [number, number, number, number]]>([
    [{}, [0, 0, 0, 0]],
    [{ totalSpent: "0.00" }, [0, 0, 0, 0]],
    [{ totalSpent: "10.00" }, [14, 0, 0, 0]],
    [{ totalSpent: "100" }, [27, 0, 0, 0]],
    [{ totalSpent: "1000.00" }, [40, 0, 0, 0]],
    [{ totalSpent: "250000.00" }, [40, 0, 0, 0]],
    [{ lastInteraction: now }, [0, 30, 0, 0]],
    [{ lastInteraction: daysAgo(14) }, [0, 15, 0, 0]],
    [{ lastInteraction: daysAgo(28).toISOString() }, [0, 8, 0, 0]],
    [{ lastInteraction: daysAgo(365) }, [0, 0, 0, 0]],
    [{ lastInteraction: daysAgo(-1) }, [0, 30, 0, 0]],
    [{ subscribedAt: daysAgo(180) }, [0, 0, 8, 0]],
    [{ subscribedAt: daysAgo(1_800) }, [0, 0, 15, 0]],
    [{ subscribedAt: daysAgo(1_800), status: "expired" }, [0, 0, 0, 0]],
    [{ status: "active" }, [0, 0, 0, 15]],
    [
      { status: "active", totalSpent: "5000", lastInteraction: now, subscribedAt: daysAgo(2_000) },
      [40, 30, 15, 15],
    ],
  ])("gives %j the points %j", (known, points) => {
    const { score: sum, reasons } = scoreFan({ ...nobody, ...known }, now);
    expect(reasons.map((reason) => reason.points)).toEqual(points);
    expect(sum).toBe(points.reduce((total, own) => total + own));
  });

  it("says the fact behind each part", () => {
    const fan = { ...nobody, totalSpent: "12.50", lastInteraction: daysAgo(3.9) };
    expect(scoreFan(fan, now).reasons).toEqual([
      { kind: "spent", amount: 12.5, points: 15, of: 40 },
      { kind: "recent", days: 3, points: 25, of: 30 },
      { kind: "length", days: null, points: 0, of: 15 },
      { kind: "active", status: "unknown", points: 0, of: 15 },
    ]);
  });

  it("is a whole number from 0 to 100 that its reasons add up to", () => {
    fc.assert(
      fc.property(facts, (fan) => {
        const scored = scoreFan(fan, now);
        expect(Number.isInteger(scored.score)).toBe(true);
        expect(scored.score).toBeGreaterThanOrEqual(0);
        expect(scored.score).toBeLessThanOrEqual(100);
        expect(scored.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(scored.score);
        for (const { points, of } of scored.reasons) expect(points).toBeLessThanOrEqual(of);
      }),
    );
  });

  it("never falls when more is spent, the last visit is newer or the subscription older", () => {
    fc.assert(
      fc.property(facts, more, (fan, extra) => {
        const spent = (Number(fan.totalSpent ?? 0) + extra).toFixed(2);
        const lastInteraction = fan.lastInteraction && shifted(fan.lastInteraction, extra);
        const subscribedAt = shifted(fan.subscribedAt, -extra);
        expect(score({ ...fan, totalSpent: spent })).toBeGreaterThanOrEqual(score(fan));
        expect(score({ ...fan, lastInteraction })).toBeGreaterThanOrEqual(score(fan));
        expect(score({ ...fan, subscribedAt })).toBeGreaterThanOrEqual(score(fan));
      }),
    );
  });

  it("never falls when more is known, nor from expired to unknown to active, nor rises by waiting for a fan who is gone", () => {
    fc.assert(
      fc.property(facts, more, (fan, days) => {
        for (const fact of ["totalSpent", "lastInteraction", "subscribedAt"] as const) {
          expect(score(fan)).toBeGreaterThanOrEqual(score({ ...fan, [fact]: null }));
        }
        const [expired, unknown, active] = (["expired", "unknown", "active"] as const).map(
          (status) => score({ ...fan, status }),
        );
        expect(unknown).toBeGreaterThanOrEqual(expired ?? 0);
        expect(active).toBeGreaterThanOrEqual(unknown ?? 0);
        const gone = { ...fan, status: "expired" as const };
        expect(scoreFan(gone, daysAgo(-days)).score).toBeLessThanOrEqual(score(gone));
      }),
    );
  });
});
