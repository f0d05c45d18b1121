import type { WorkerProfile } from "@genie/directus-client";
import type { OpenAccount } from "../accounts/account-session.ts";
import { ahead } from "../ahead.ts";
import type { LibraryRecords } from "./library-records.ts";
import { type SavedCounts, savePosts, type SaveServices } from "./save-posts.ts";

/** What a pass through the posts has come to. */
export type PostsRead = {
  /** Of the newest post; null when there is none. */
  newest: Date | null;
  /** All posts were read, and not only those down to a known one. */
  isWhole: boolean;
};

const wholeEveryMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Reads posts into the library, newest first, a page at a time. It ends at the first post that the
 * library has and that is not newer than `until`, or with the last one when that is null.
 */
export async function readPosts(
  services: SaveServices,
  account: OpenAccount,
  {
    until,
    counts,
    onPage,
  }: { until: Date | null; counts: SavedCounts; onPage: () => Promise<void> },
): Promise<PostsRead> {
  const { adapter, context } = account;
  let newest: Date | null = null;
  for await (const posts of ahead(adapter.listPosts(context))) {
    context.signal.throwIfAborted();
    newest ??= posts[0]?.publishedAt ?? null;
    const known = await savePosts(services, account, posts, counts);
    await onPage();
    const isBehind = posts.some(
      ({ platformPostId, publishedAt }) =>
        until !== null && publishedAt <= until && known.has(platformPostId),
    );
    if (isBehind) return { newest, isWhole: false };
  }
  return { newest, isWhole: true };
}

/**
 * How far back a pass has to go; null: to the very end. All that is newer than the newest post of the
 * last complete pass, and further to posts that lack their picture or video: entered by a flow, or not
 * given by the platform then. Once a week everything, for the figures of old posts. A pass that was cut
 * off leaves the mark where it was, and so no gap.
 */
export async function readUntil(
  library: Pick<LibraryRecords, "oldestLacking">,
  { id, postsReadUntil, postsReadWholeAt }: WorkerProfile,
  now: Date,
): Promise<Date | null> {
  if (postsReadUntil === null || postsReadWholeAt === null) return null;
  if (now.getTime() - postsReadWholeAt.getTime() > wholeEveryMs) return null;
  const lacking = await library.oldestLacking(id, postsReadWholeAt);
  return lacking !== null && lacking < postsReadUntil ? lacking : postsReadUntil;
}
