import type { Claim } from "@genie/schema";
import type { PostMedia } from "../post-media.ts";
import type { PostRow } from "./post-row.ts";
import type { Attempt } from "./publisher.ts";

/** What the worker is told of a post that is its own for a while. */
export function claimOf(
  post: PostRow,
  attempt: Attempt,
  media: readonly PostMedia[],
  { token, now, tries }: { token: string; now: number; tries: number },
): Claim {
  return {
    post_id: post.id,
    user_id: post.user_id,
    generation: post.generation,
    claim_token: token,
    attempt_id: attempt.id,
    tries,
    attempt_no: attempt.n,
    idempotency_key: `${post.id}-${post.generation}`,
    scheduled_for: post.scheduled_for.toISOString(),
    due_in_ms: Math.max(0, Math.ceil(post.scheduled_for.getTime() - now)),
    sent_at: attempt.sent_at?.toISOString() ?? null,
    caption: post.caption ?? "",
    rating: post.rating,
    config: post.platform_specific_config ?? {},
    profile: {
      id: post.creator_profile_id,
      platform: post.platform,
      username: post.username,
    },
    media: media.flatMap(({ id, type, altText, files }) =>
      files.map((file) => ({
        media_id: id,
        media_type: type,
        file_id: file.id,
        mime: file.mime ?? "application/octet-stream",
        filename: file.filename,
        size_bytes: file.sizeBytes,
        width: file.width,
        height: file.height,
        alt_text: altText,
      })),
    ),
  };
}
