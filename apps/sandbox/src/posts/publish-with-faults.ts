import type { Account } from "../accounts/account-store.ts";
import { waitOrClose } from "../http/apply-faults.ts";
import type { Services } from "../services.ts";
import { type PostInput, publishPost } from "./publish-post.ts";

/** What the author hears: where the post is, an error of the site's own, or nothing at all. */
export type PublishOutcome =
  | { kind: "published"; id: number; committed: boolean }
  | { kind: "error" }
  | { kind: "reset" };

/** Commits a post as `publishPost` does; what is armed to go wrong before or after it does so. */
export async function publishWithFaults(
  services: Services,
  account: Pick<Account, "id" | "username">,
  input: PostInput,
): Promise<PublishOutcome> {
  const { faults, posts } = services;
  const { username } = account;
  const { idempotencyKey } = input;
  const known = idempotencyKey !== null && posts.findByKey(account.id, idempotencyKey);
  if (!known) {
    if (faults.take("error_before_commit", { username })) return { kind: "error" };
    if (faults.take("reset_before_commit", { username })) return { kind: "reset" };
  }
  const post = publishPost(services, account, input);
  if (post.committed) {
    const hang = faults.take("accept_then_hang", { username });
    if (hang) await waitOrClose(services, hang.ms);
    if (faults.take("error_after_commit", { username })) return { kind: "error" };
    if (faults.take("reset_after_commit", { username })) return { kind: "reset" };
  }
  return { kind: "published", ...post };
}
