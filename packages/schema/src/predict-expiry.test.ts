import { describe, expect, it } from "vitest";
import { predictExpiry, type SessionTimes } from "./predict-expiry.ts";

const now = new Date("2026-11-28T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
const iso = (days: number | null) => (days === null ? null : day(days).toISOString());

const session = (captured: number, expires: number | null, ended: number | null): SessionTimes => ({
  capturedAt: day(captured).toISOString(),
  expiresAt: iso(expires),
  endedAt: iso(ended),
});
const lasted = (...days: number[]) => days.map((count) => session(-100, null, -100 + count));

describe("predictExpiry", () => {
  it("is what the platform said, while too little is known of earlier sessions", () => {
    const current = session(-1, 30, null);
    const expected = { at: day(30), because: "platform" };
    expect(predictExpiry(current, [], now)).toEqual(expected);
    expect(predictExpiry(current, lasted(3), now)).toEqual(expected);
  });

  it("is the median of what earlier sessions lasted, when that is sooner", () => {
    const current = session(-1, 30, null);
    expect(predictExpiry(current, lasted(2, 9, 12), now)).toEqual({
      at: day(8),
      because: "earlier_sessions",
      count: 3,
      days: 9,
    });
    expect(predictExpiry(current, lasted(6, 10), now)).toMatchObject({ at: day(7), days: 8 });
    expect(predictExpiry(session(-1, null, null), lasted(6, 10), now)).toMatchObject({
      at: day(7),
    });
  });

  it("is what the platform said, when that is sooner", () => {
    const expected = { at: day(3), because: "platform" };
    expect(predictExpiry(session(-1, 3, null), lasted(6, 10), now)).toEqual(expected);
  });

  it("does not count sessions that were given up before the platform refused them", () => {
    const givenUp = [session(-50, null, null), session(-40, null, null)];
    expect(predictExpiry(session(-1, null, null), [...givenUp, ...lasted(4)], now)).toBeNull();
  });

  it("says nothing by earlier sessions once it has outlived them", () => {
    expect(predictExpiry(session(-20, null, null), lasted(6, 10), now)).toBeNull();
    expect(predictExpiry(session(-20, 5, null), lasted(6, 10), now)).toEqual({
      at: day(5),
      because: "platform",
    });
  });

  it("is unknown when nothing is known", () => {
    expect(predictExpiry(session(-1, null, null), [], now)).toBeNull();
  });
});
