import type { Pause, PauseScope, Stop } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { holdOf, holdsAt } from "./holds.ts";

const now = new Date("2026-11-25T17:00:00Z");
const account = { id: "robin", platform: "sandbox", username: "robin" };
const post = { account, scheduledFor: "2026-11-25T16:59:00Z" };
const stop: Stop = { id: "stop", platform: null, cause: "operator", reason: null, since: null };

function pause(changes: Partial<Pause> = {}): Pause {
  return {
    id: "pause",
    scope: { kind: "all" },
    reason: null,
    from: "2026-11-25T16:00:00Z",
    until: null,
    ...changes,
  };
}

describe("holdsAt", () => {
  it.each([
    ["that has begun", {}, 1],
    ["that is over", { until: "2026-11-25T17:00:00Z" }, 0],
    ["that ends later", { until: "2026-11-25T17:00:01Z" }, 1],
    ["begun just now by a clock that is ahead", { from: "2026-11-25T17:00:20Z" }, 1],
    ["that is to come", { from: "2026-11-25T18:00:00Z" }, 0],
  ])("a pause %s", (_what, changes, count) => {
    expect(holdsAt(now, { pauses: [pause(changes)], stops: [] })).toHaveLength(count);
  });

  it("names a stop before a pause", () => {
    const kinds = holdsAt(now, { pauses: [pause()], stops: [stop] }).map(({ kind }) => kind);
    expect(kinds).toEqual(["stop", "pause"]);
  });
});

describe("holdOf", () => {
  it.each<[PauseScope, boolean]>([
    [{ kind: "all" }, true],
    [{ kind: "platform", platform: "sandbox" }, true],
    [{ kind: "platform", platform: "elsewhere" }, false],
    [{ kind: "account", profileId: "robin" }, true],
    [{ kind: "account", profileId: "somebody" }, false],
  ])("a pause of %o holds her post: %s", (scope, isHeld) => {
    const hold = holdOf(post, now, { pauses: [pause({ scope })], stops: [] });
    expect(hold !== null).toBe(isHeld);
  });

  it("a pause that ends before the post is due does not hold it", () => {
    const pauses = [pause({ until: "2026-11-25T18:00:00Z" })];
    const later = { account, scheduledFor: "2026-11-25T18:00:00Z" };
    expect(holdOf(later, now, { pauses, stops: [] })).toBeNull();
    expect(holdOf(post, now, { pauses, stops: [] })).not.toBeNull();
  });

  it("a stop holds the posts of its platform", () => {
    const stops = [{ ...stop, platform: "elsewhere" }];
    expect(holdOf(post, now, { pauses: [], stops })).toBeNull();
    expect(holdOf(post, now, { pauses: [], stops: [stop] })).toMatchObject({ kind: "stop" });
  });
});
