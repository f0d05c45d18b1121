import type { Platform } from "@genie/platforms";
import type { PostRow } from "./post-row.ts";

/**
 * The moment from which a post may be taken up, in milliseconds: early enough to prepare it, and not
 * before the platform wants to hear of it, or of its account, again.
 */
export function readyAt(
  {
    scheduled_for: time,
    retry_at: retryAt,
    publish_after: publishAfter,
  }: Pick<PostRow, "publish_after" | "retry_at" | "scheduled_for">,
  platform: Pick<Platform, "prepareMs"> | undefined,
): number {
  return Math.max(
    time.getTime() - (platform?.prepareMs ?? 0),
    retryAt?.getTime() ?? 0,
    publishAfter?.getTime() ?? 0,
  );
}
