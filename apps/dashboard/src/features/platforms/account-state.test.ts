import type { Profile } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { accountState, actionOf } from "./account-state.ts";

const profile: Profile = {
  id: "1",
  platform: "sandbox",
  username: "mara",
  connection: "connected",
  scraping: "success",
  problem: null,
  lastScrapedAt: "2026-11-25T10:00:00Z",
  scrapeEnabled: true,
  scrapeFrequency: "0 */6 * * *",
  timezone: "UTC",
  platformLimits: null,
  figures: null,
  createdAt: null,
};
const known = { isAvailable: true, until: null, asked: null };
const refused = "Sandbox refused this password.";
const isNew = { connection: "needs_login", scraping: "idle", lastScrapedAt: null } as const;

describe("accountState", () => {
  it.each([
    [{}, { kind: "signed_in", until: null }, "scrape"],
    [isNew, { kind: "not_read" }, "scrape"],
    [
      { ...isNew, scraping: "error", problem: refused },
      { kind: "login_wanted", reason: refused },
      "log_in",
    ],
    [{ connection: "needs_login" }, { kind: "login_wanted", reason: null }, "log_in"],
    [{ connection: "expired", problem: "x" }, { kind: "login_wanted", reason: "x" }, "log_in"],
    [
      { scraping: "error", problem: "It was slow." },
      { kind: "failed", reason: "It was slow." },
      "scrape",
    ],
    [{ connection: "error" }, { kind: "failed", reason: null }, "scrape"],
  ] as const)("%o is %o and calls for %s", (changes, expected, action) => {
    const state = accountState({ profile: { ...profile, ...changes }, job: null }, known);
    expect(state).toEqual(expected);
    expect(actionOf(state)).toBe(action);
  });

  it("what goes on comes before what went wrong", () => {
    const failed = { ...profile, connection: "needs_login", problem: refused } as const;
    const waiting = accountState(
      { profile: failed, job: { status: "queued", progress: 0 } },
      known,
    );
    expect(waiting).toEqual({ kind: "queued" });
    const running = accountState(
      { profile: failed, job: { status: "active", progress: 40 } },
      known,
    );
    expect(running).toEqual({ kind: "reading", percent: 40 });
    expect([actionOf(waiting), actionOf(running)]).toEqual([null, null]);
  });

  it("says that it waits for her before anything else, and leads her in", () => {
    const job = { status: "queued", progress: 0 } as const;
    const state = accountState({ profile, job }, { ...known, asked: { notes: "Enter the code." } });
    expect(state).toEqual({ kind: "asked", reason: "Enter the code." });
    expect(actionOf(state)).toBe("sign_in");
  });

  it("knows how long the session holds", () => {
    const until = new Date("2026-12-04T10:00:00Z");
    expect(accountState({ profile, job: null }, { ...known, until })).toEqual({
      kind: "signed_in",
      until,
    });
  });

  it("offers nothing for a platform that this server does not have", () => {
    const state = accountState({ profile, job: null }, { ...known, isAvailable: false });
    expect([state.kind, actionOf(state)]).toEqual(["unavailable", null]);
  });
});
