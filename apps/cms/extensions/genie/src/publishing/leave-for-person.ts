import type { PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Ends all looking up of a post that may be out: its owner is asked what she finds there. `why` says, as a
 * sentence, what keeps us from finding out.
 */
export async function leaveForPerson(
  publisher: Publisher,
  post: PostRow,
  platformName: string,
  why?: string,
): Promise<void> {
  await publisher.changePost(post, {
    status: "unconfirmed",
    claim_token: null,
    // No claim that could run out, so nothing takes the post over.
    claimed_until: null,
    asked_at: new Date(await publisher.now()),
    error_message: [
      `${platformName} did not say whether it took this post, and we can't find out by ourselves.`,
      ...(why === undefined ? [] : [why]),
      "Look there, and say here what you found. It is not sent again by itself.",
    ].join(" "),
  });
}
