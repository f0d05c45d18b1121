import type { KnownPost, NewMedia } from "@genie/directus-client";
import type { Logger } from "@genie/logger";
import { entryKind, type PlatformPost, postFigures } from "@genie/platforms";
import type { OpenAccount } from "../accounts/account-session.ts";
import { forEachLimited } from "../for-each-limited.ts";
import { copierOf } from "./copy-post-media.ts";
import { deleteUnused, deletingOnFailure } from "./keep-files.ts";
import type { LibraryRecords } from "./library-records.ts";

export type SavedCounts = {
  posts_seen: number;
  posts_new: number;
  media_saved: number;
  media_failed: number;
  /** Of all files that were fetched. */
  media_bytes: number;
};

export type SaveServices = {
  library: LibraryRecords;
  /** Where downloads lie until they are stored. */
  folder: string;
  log: Logger;
};

/** A post with its files, which are stored and not yet in an entry. */
type ReadyPost = { post: PlatformPost; fileIds: string[] };

const downloadsAtOnce = 4;

/**
 * Puts a page of posts into the library and answers which of them it knew before. New ones get an entry
 * with their files, all entries of the page at once; of known ones only the figures change, and files
 * that could not be had before are tried again; those that its owner deleted from it stay away. Adds to `counts`. When a file can't be stored, the
 * posts that were ready by then are kept, and nothing of the others.
 */
export async function savePosts(
  services: SaveServices,
  account: OpenAccount,
  posts: readonly PlatformPost[],
  counts: SavedCounts,
): Promise<ReadonlySet<string>> {
  const { library } = services;
  const known = await library.findPosts(account.profile.id, posts.map(idOf));
  await library.updateFigures(
    posts.flatMap((post) => {
      const entry = known.get(post.platformPostId);
      return entry && hasNewFigures(post, entry)
        ? [{ mediaId: entry.mediaId, ...postFigures(post) }]
        : [];
    }),
  );
  const forgotten = await library.findForgotten(
    account.profile.id,
    posts.map(idOf).filter((id) => !known.has(id)),
  );
  const lacking = posts.filter((post) => {
    if (forgotten.has(post.platformPostId)) return false;
    const entry = known.get(post.platformPostId);
    return entry === undefined || (!entry.hasFile && post.media.length > 0);
  });
  if (lacking.length > 0) await saveLacking(services, account, lacking, known, counts);
  counts.posts_seen += posts.length;
  return new Set([...known.keys(), ...forgotten]);
}

async function saveLacking(
  services: SaveServices,
  account: OpenAccount,
  posts: readonly PlatformPost[],
  known: ReadonlyMap<string, KnownPost>,
  counts: SavedCounts,
): Promise<void> {
  const copy = await copierOf(services, account, posts, counts);
  const ready: ReadyPost[] = [];
  try {
    await forEachLimited(posts, downloadsAtOnce, async (post) => {
      account.context.signal.throwIfAborted();
      ready.push({ post, fileIds: await copy(post) });
    });
  } finally {
    const [fresh, unfinished] = partition(ready, ({ post }) => !known.has(post.platformPostId));
    await addEntries(services, account, fresh, counts);
    for (const { post, fileIds } of unfinished) {
      const mediaId = known.get(post.platformPostId)?.mediaId;
      if (mediaId === undefined || fileIds.length === 0) continue;
      await deletingOnFailure(services, fileIds, () =>
        services.library.attachFiles(mediaId, fileIds),
      );
      counts.media_saved += fileIds.length;
    }
  }
}

/** Those that another reading of the same account has added meanwhile are left to it. */
async function addEntries(
  services: SaveServices,
  account: OpenAccount,
  posts: readonly ReadyPost[],
  counts: SavedCounts,
): Promise<void> {
  if (posts.length === 0) return;
  const { library } = services;
  const files = (some: readonly ReadyPost[]) => some.flatMap(({ fileIds }) => fileIds);
  await deletingOnFailure(services, files(posts), async () => {
    if ((await library.addAll(posts.map((post) => entryOf(account, post)))) === "added") {
      counts.posts_new += posts.length;
      counts.media_saved += files(posts).length;
      return;
    }
    const known = await library.findPosts(
      account.profile.id,
      posts.map(({ post }) => post.platformPostId),
    );
    const [taken, left] = partition(posts, ({ post }) => known.has(post.platformPostId));
    if (taken.length === 0) throw new Error("Entries that are not there can't be added.");
    await deleteUnused(services, files(taken));
    await addEntries(services, account, left, counts);
  });
}

function entryOf({ profile }: OpenAccount, { post, fileIds }: ReadyPost): NewMedia {
  return {
    ...postFigures(post),
    ownerId: profile.ownerId,
    profileId: profile.id,
    platformPostId: post.platformPostId,
    source: "scraped",
    mediaType: entryKind(post),
    fileIds,
    caption: post.caption,
    tags: post.tags,
    width: post.media[0]?.width ?? null,
    height: post.media[0]?.height ?? null,
  };
}

function hasNewFigures(post: PlatformPost, { figures }: KnownPost): boolean {
  const { published_at: publishedAt, earnings, ...shown } = postFigures(post);
  const { published_at: knownAt, earnings: knownEarnings, ...known } = figures;
  return (
    Object.entries(shown).some(([name, value]) => known[name as keyof typeof known] !== value) ||
    new Date(publishedAt).getTime() !== new Date(knownAt ?? 0).getTime() ||
    numberOf(earnings) !== numberOf(knownEarnings)
  );
}

/** "1.5" and "1.50" are the same money. */
const numberOf = (money: string | null) => (money === null ? null : Number(money));

const idOf = ({ platformPostId }: PlatformPost) => platformPostId;

function partition<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
