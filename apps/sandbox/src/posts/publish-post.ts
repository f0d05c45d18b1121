import { createHash } from "node:crypto";
import type { Account } from "../accounts/account-store.ts";
import { createRandom } from "../content/random.ts";
import type { StoredFile } from "../media/file-store.ts";
import type { Services } from "../services.ts";
import { transaction } from "../store/database.ts";
import { createPotential } from "./create-potential.ts";
import { findTags } from "./find-tags.ts";
import type { Visibility } from "./post-store.ts";

export type PostInput = {
  caption: string;
  visibility: Visibility;
  media: StoredFile[];
  idempotencyKey: string | null;
};

/**
 * Commits a post and then tells it. The post is on the disk before this returns. With a key that
 * the account used before, nothing is committed and the earlier post's id comes back.
 */
export function publishPost(
  { database, files, posts, events, now }: Services,
  account: Pick<Account, "id" | "username">,
  input: PostInput,
): { id: number; committed: boolean } {
  const { caption, visibility, media, idempotencyKey } = input;
  const committed = transaction(database, () => {
    const earlier =
      idempotencyKey === null ? undefined : posts.findByKey(account.id, idempotencyKey);
    if (earlier) return { id: earlier.id, at: null };
    for (const file of media) files.insert(file);
    const place = posts.count(account.id);
    const at = now();
    const post = {
      account_id: account.id,
      caption,
      visibility,
      tags: findTags(caption),
      published_at: at,
      ...createPotential(createRandom(`${account.username} ${place}`)),
      origin: "compose" as const,
      fingerprint: fingerprint(caption, media),
      idempotency_key: idempotencyKey,
    };
    const hashes = media.map(({ hash }) => hash);
    return { id: posts.insert(post, hashes), at };
  });
  const { id, at } = committed;
  if (at === null) return { id, committed: false };
  events.emit({ type: "committed", id: String(id), username: account.username, caption, at });
  return { id, committed: true };
}

/** Equal for posts with the same caption and the same media in the same order. */
function fingerprint(caption: string, media: StoredFile[]): string {
  const content = JSON.stringify([caption, ...media.map(({ hash }) => hash)]);
  return createHash("sha256").update(content).digest("hex");
}
