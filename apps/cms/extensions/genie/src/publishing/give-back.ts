import type { PostRow } from "./post-row.ts";
import type { Attempt, Publisher } from "./publisher.ts";

/** Takes the claim of a post back that was not sent; it waits again. */
export async function giveBack(
  publisher: Publisher,
  post: PostRow,
  attempt: Attempt,
  why: string,
): Promise<void> {
  await publisher.changeAttempt(attempt, {
    state: "released",
    error: why,
    finished_at: new Date(await publisher.now()),
  });
  await publisher.changePost(post, {
    status: "pending",
    claim_token: null,
    claimed_until: null,
    error_message: null,
  });
}
