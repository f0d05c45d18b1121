import type { Post } from "@genie/directus-client";
import { picture } from "./sample-draft.ts";

/** A post that is planned for an evening in Berlin. */
export function samplePost(changes: Partial<Post>): Post {
  return {
    id: "1",
    account: { id: "s", platform: "sandbox", username: "robin" },
    status: "pending",
    scheduledFor: "2026-11-25T20:00:00Z",
    timezone: "Europe/Berlin",
    caption: "Hello",
    media: [picture("1")],
    rating: "suggestive",
    groupId: null,
    config: {},
    publishedAt: null,
    permalink: null,
    latePolicy: "hold",
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
    ...changes,
  };
}
