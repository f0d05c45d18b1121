import type { PlatformSession } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { dueAround, endBefore, lastGoodLogIn, sessionHealth } from "./session-health.ts";

const now = new Date("2026-11-28T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
const iso = (days: number) => day(days).toISOString();

const session = (id: string, changes: Partial<PlatformSession> = {}): PlatformSession => ({
  id,
  profileId: "mara",
  status: "active",
  capturedBy: "extension",
  capturedAt: iso(-1),
  expiresAt: iso(5),
  lastUsedAt: null,
  endedAt: null,
  keyId: 1,
  ...changes,
});

describe("sessionHealth", () => {
  it("is that of the newest session that holds", () => {
    const over = session("over", { status: "expired", expiresAt: iso(1) });
    const others = session("others", { profileId: "robin", expiresAt: iso(2) });
    const health = sessionHealth([over, others, session("now")], "mara", now);
    expect(health.session?.id).toBe("now");
    expect(health.expiry).toEqual({ at: day(5), because: "platform" });
    expect(sessionHealth([over], "mara", now)).toMatchObject({ session: null, expiry: null });
  });

  it("learns from earlier sessions of the same account alone", () => {
    const ended = (id: string, profileId: string) =>
      session(id, { profileId, status: "expired", capturedAt: iso(-9), endedAt: iso(-6) });
    const own = [session("now"), ended("a", "mara"), ended("b", "mara")];
    expect(sessionHealth(own, "mara", now).expiry).toMatchObject({ at: day(2), days: 3 });
    const mixed = [session("now"), ended("a", "mara"), ended("b", "robin")];
    expect(sessionHealth(mixed, "mara", now).expiry?.at).toEqual(day(5));
  });
});

describe("endBefore", () => {
  const health = sessionHealth([session("now")], "mara", now);

  it("is the end of the session for a post after it, and nothing for one before", () => {
    expect(endBefore(health, day(6))).toEqual(day(5));
    expect(endBefore(health, day(5))).toEqual(day(5));
    expect(endBefore(health, day(4))).toBeNull();
  });

  it("is nothing where the password opens the next session, or the end is not known", () => {
    const byPassword = session("now", { capturedBy: "password_login" });
    expect(endBefore(sessionHealth([byPassword], "mara", now), day(6))).toBeNull();
    const unknown = session("now", { expiresAt: null });
    expect(endBefore(sessionHealth([unknown], "mara", now), day(6))).toBeNull();
  });
});

it("counts what is due before the end and after it, of the account alone", () => {
  const health = sessionHealth([session("now")], "mara", now);
  const due = [1, 4, 6].map((days) => ({ profileId: "mara", scheduledFor: iso(days) }));
  const others = { profileId: "robin", scheduledFor: iso(6) };
  expect(dueAround(health, [...due, others], "mara")).toEqual({ before: 2, after: 1 });
  const unknown = sessionHealth([session("now", { expiresAt: null })], "mara", now);
  expect(dueAround(unknown, due, "mara")).toEqual({ before: 3, after: 0 });
});

it("takes a hand-over for no log-in until the platform has taken it", () => {
  const byHand = session("a", { capturedBy: "live_login", capturedAt: iso(-3) });
  expect(lastGoodLogIn([session("now")], "mara")).toBeNull();
  expect(lastGoodLogIn([session("now"), byHand], "mara")).toBe(iso(-3));
  expect(lastGoodLogIn([session("now", { lastUsedAt: iso(-0.5) }), byHand], "mara")).toBe(
    iso(-0.5),
  );
});
