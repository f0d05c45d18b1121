import type { Post } from "@genie/directus-client";
import { expect, it } from "vitest";
import { whatHappened } from "./what-happened.ts";

const post: Post = {
  id: "out",
  account: { id: "robin", platform: "sandbox", username: "robin" },
  status: "published",
  scheduledFor: "2026-11-24T20:00:00Z",
  timezone: "UTC",
  caption: "",
  media: [],
  rating: "general",
  groupId: null,
  config: {},
  publishedAt: "2026-11-24T20:00:00Z",
  permalink: null,
  latePolicy: "publish",
  proofFileId: null,
  verifiedAt: null,
  lastSeenAt: null,
  takenDownAt: null,
  removedAt: null,
  platformPostId: null,
  askedAt: null,
  leftAt: null,
  retryAt: null,
  problem: null,
};
const gone: Post = { ...post, id: "gone", takenDownAt: "2026-11-25T09:00:00Z" };

it("tells nothing of a post that she deleted herself", () => {
  const deleted = { ...gone, removedAt: "2026-11-25T09:00:00Z" };
  expect(whatHappened([], [deleted])).toEqual([]);
});

it("tells of a post that is gone instead of when it went out, once and newest first", () => {
  const events = whatHappened([], [post, gone, gone]);
  expect(events.map(({ kind, id, at }) => ({ kind, id, at }))).toEqual([
    { kind: "taken_down", id: "gone", at: "2026-11-25T09:00:00Z" },
    { kind: "published", id: "out", at: "2026-11-24T20:00:00Z" },
  ]);
});
