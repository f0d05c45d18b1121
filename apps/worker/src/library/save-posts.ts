import type { PageDriver } from "@genie/browser-client";
import type { Logger } from "@genie/logger";
import { entryKind, type PlatformPost, postFigures } from "@genie/platforms";
import type { OpenAccount } from "../accounts/account-session.ts";
import { forEachLimited } from "../for-each-limited.ts";
import { copyMedia } from "./copy-media.ts";
import { deleteFiles, deletingOnFailure } from "./keep-files.ts";
import type { LibraryRecords } from "./library-records.ts";

export type SavedCounts = {
  posts_seen: number;
  posts_new: number;
  media_saved: number;
  media_failed: number;
};

export type SaveServices = {
  library: LibraryRecords;
  /** Where downloads lie until they are stored. */
  folder: string;
  log: Logger;
};

const downloadsAtOnce = 4;
const maxBytesByDefault = 50 * 1024 * 1024;

/**
 * Puts a page of posts into the library. New ones get an entry with their files; of known ones only
 * the figures change, and files that could not be had before are tried again. Adds to `counts`.
 */
export async function savePosts(
  services: SaveServices,
  account: OpenAccount,
  posts: readonly PlatformPost[],
  counts: SavedCounts,
  onSaved: () => Promise<void>,
): Promise<void> {
  const { library } = services;
  const { profile, context } = account;
  const known = await library.findPosts(
    profile.id,
    posts.map(({ platformPostId }) => platformPostId),
  );
  await library.updateFigures(
    posts.flatMap((post) => {
      const entry = known.get(post.platformPostId);
      return entry ? [{ mediaId: entry.mediaId, ...postFigures(post) }] : [];
    }),
  );
  const page = await context.openPage();
  await forEachLimited(posts, downloadsAtOnce, async (post) => {
    context.signal.throwIfAborted();
    const entry = known.get(post.platformPostId);
    if (entry === undefined) await addPost(services, account, page, post, counts);
    else if (!entry.hasFile) await completePost(services, account, page, post, entry, counts);
    counts.posts_seen += 1;
    await onSaved();
  });
}

async function addPost(
  services: SaveServices,
  account: OpenAccount,
  page: PageDriver,
  post: PlatformPost,
  counts: SavedCounts,
): Promise<void> {
  const { profile } = account;
  const fileIds = await copyAll(services, account, page, post, counts);
  const made = await deletingOnFailure(services, fileIds, () =>
    services.library.add({
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
    }),
  );
  // Another scrape of the same account was quicker.
  if (made === "exists") return deleteFiles(services, fileIds);
  counts.posts_new += 1;
  counts.media_saved += fileIds.length;
}

async function completePost(
  services: SaveServices,
  account: OpenAccount,
  page: PageDriver,
  post: PlatformPost,
  { mediaId }: { mediaId: string },
  counts: SavedCounts,
): Promise<void> {
  const fileIds = await copyAll(services, account, page, post, counts);
  if (fileIds.length === 0) return;
  await deletingOnFailure(services, fileIds, () => services.library.attachFiles(mediaId, fileIds));
  counts.media_saved += fileIds.length;
}

/** The files of a post, in order. On an error, those that were stored already are deleted again. */
async function copyAll(
  services: SaveServices,
  { profile, adapter, context }: OpenAccount,
  page: PageDriver,
  { platformPostId, media }: PlatformPost,
  counts: SavedCounts,
): Promise<string[]> {
  const fileIds: string[] = [];
  const copying = { ...services, signal: context.signal };
  for (const [index, { kind, url }] of media.entries()) {
    const maxBytes = adapter.platform.limits.media[kind]?.maxBytes ?? maxBytesByDefault;
    const name = `${adapter.platform.id}-${platformPostId}-${index + 1}`;
    const source = { url, name, maxBytes };
    const copied = await deletingOnFailure(services, fileIds, () =>
      copyMedia(copying, { page, ownerId: profile.ownerId }, source),
    );
    if (copied === null) counts.media_failed += 1;
    else fileIds.push(copied);
  }
  return fileIds;
}
