import { describe, expect, it } from "vitest";
import { overduePosts } from "./overdue-posts.ts";

const now = new Date("2026-11-25T17:00:00Z");
const pause = {
  id: "1",
  scope: { kind: "platform", platform: "sandbox" },
  reason: null,
  from: "2026-11-25T12:00:00Z",
  until: null,
} as const;
const known = { pauses: [pause], stops: [] };
const due = {
  account: { id: "robin", platform: "sandbox", username: "robin" },
  status: "pending",
  scheduledFor: "2026-11-25T16:00:00Z",
  latePolicy: "publish",
} as const;

describe("overduePosts", () => {
  it("tells what goes out from what is held", () => {
    const posts = [
      due,
      { ...due, latePolicy: "hold" },
      // Not late enough to be held.
      { ...due, latePolicy: "hold", scheduledFor: "2026-11-25T16:50:00Z" },
    ] as const;
    expect(overduePosts(pause, posts, known, now)).toEqual({ goOut: 2, held: 1 });
  });

  it.each([
    ["to come", { scheduledFor: "2026-11-25T17:00:01Z" }],
    ["of another platform", { account: { ...due.account, platform: "elsewhere" } }],
    ["that is no longer planned", { status: "cancelled" }],
  ] as const)("leaves out a post %s", (_what, changes) => {
    expect(overduePosts(pause, [{ ...due, ...changes }], known, now)).toEqual({
      goOut: 0,
      held: 0,
    });
  });

  it("leaves out what another pause keeps back", () => {
    const pauses = [pause, { ...pause, id: "2", scope: { kind: "all" } } as const];
    expect(overduePosts(pause, [due], { pauses, stops: [] }, now)).toEqual({ goOut: 0, held: 0 });
  });
});
