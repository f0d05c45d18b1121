import { describe, expect, it } from "vitest";
import { pollIntervalMs } from "./poll-interval.ts";

const now = new Date("2026-11-25T20:00:00Z");

describe("pollIntervalMs", () => {
  it.each([
    ["pending", "2026-11-25T20:00:30Z", 1500],
    ["pending", "2026-11-25T19:59:30Z", 1500],
    ["pending", "2026-11-25T20:02:00Z", 15_000],
    // Nobody picked it up: the sweep will say what became of it.
    ["pending", "2026-11-25T19:00:00Z", 15_000],
    ["publishing", "2026-11-25T19:00:00Z", 1500],
    ["unconfirmed", "2026-11-25T19:00:00Z", 1500],
    ["published", "2026-11-25T20:00:00Z", 15_000],
    ["draft", null, 15_000],
  ] as const)("a post that is %s for %s: %s ms", (status, scheduledFor, ms) => {
    expect(pollIntervalMs([{ status, scheduledFor, askedAt: null }], now)).toBe(ms);
  });

  it("is slow for a post that waits for her answer", () => {
    const asked = {
      status: "unconfirmed",
      scheduledFor: null,
      askedAt: now.toISOString(),
    } as const;
    expect(pollIntervalMs([asked], now)).toBe(15_000);
  });

  it("is slow without posts", () => {
    expect(pollIntervalMs([], now)).toBe(15_000);
  });
});
