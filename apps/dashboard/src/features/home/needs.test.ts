import type { Confirmation, Profile } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import type { SessionHealth } from "#features/session-health/session-health.ts";
import { findNeeds } from "./needs.ts";

const profile = { id: "mara", connection: "connected", lastScrapedAt: null } as Profile;
const ends = new Date("2026-12-04T10:00:00Z");
const health: SessionHealth = {
  session: null,
  expiry: { at: ends, because: "platform" },
  renewsItself: false,
};
const due = ["2026-12-03", "2026-12-05", "2026-12-06"].map((day) => ({
  profileId: "mara",
  scheduledFor: `${day}T10:00:00Z`,
}));

const needs = (changes: Partial<Parameters<typeof findNeeds>[0]>) =>
  findNeeds({
    confirmations: [],
    profiles: [profile],
    posts: [],
    jobs: [],
    due,
    healthOf: () => health,
    ...changes,
  });

describe("findNeeds", () => {
  it("tells ahead of a session that ends before posts are due", () => {
    expect(needs({})).toEqual([{ kind: "session", id: "session-mara", profile, ends, after: 2 }]);
  });

  it.each([
    ["when nothing is due after it", { due: due.slice(0, 1) }],
    [
      "when the password opens the next one",
      { healthOf: () => ({ ...health, renewsItself: true }) },
    ],
    ["when its end is not known", { healthOf: () => ({ ...health, expiry: null }) }],
  ])("does not %s", (_name, changes) => {
    expect(needs(changes)).toEqual([]);
  });

  it("asks first for what is good for minutes", () => {
    const confirmation = { id: "delete" } as Confirmation;
    const kinds = needs({ confirmations: [confirmation] }).map(({ kind }) => kind);
    expect(kinds).toEqual(["confirmation", "session"]);
  });

  it("asks once, for the log-in, when the account wants one already", () => {
    const expired = { ...profile, connection: "expired" } as const;
    expect(needs({ profiles: [expired] }).map(({ kind }) => kind)).toEqual(["login"]);
  });
});
