import { heldAfterMs } from "@genie/schema";
import type { PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/** Whether a post is to be held by then, and not sent late. */
export function isTooLate(
  { late_policy: policy, scheduled_for: time }: Pick<PostRow, "late_policy" | "scheduled_for">,
  now: number,
): boolean {
  return policy === "hold" && now > time.getTime() + heldAfterMs;
}

/** Ends a post that waits and is too late, with a sentence. */
export async function missPost(publisher: Publisher, post: PostRow): Promise<void> {
  await publisher.changePost(post, {
    status: "missed",
    retry_at: null,
    error_message:
      "This post was not sent within 15 minutes of its time, and it is set not to be sent later. Nothing was sent. Choose a new time for it.",
  });
}
