import { limitsOf, type PlatformPost, type PostMedia } from "@genie/platforms";
import type { OpenAccount } from "../accounts/account-session.ts";
import { copyMedia } from "./copy-media.ts";
import { deletingOnFailure } from "./keep-files.ts";
import type { SavedCounts, SaveServices } from "./save-posts.ts";

/** A way to have the files of each of some posts, in order. */
export type CopyPostMedia = (post: PlatformPost) => Promise<string[]>;

const maxBytesByDefault = 50 * 1024 * 1024;

/**
 * Stores the files of posts under names that follow from the post, so that those which work that was cut
 * off has stored already are found, and used instead of fetched again. When a file of a post can't be
 * stored, those before it are deleted; one that the platform does not give is left out and counted.
 */
export async function copierOf(
  services: SaveServices,
  { profile, adapter, context }: OpenAccount,
  posts: readonly PlatformPost[],
  counts: SavedCounts,
): Promise<CopyPostMedia> {
  const { platform } = adapter;
  const nameOf = ({ platformPostId }: PlatformPost, index: number) =>
    `${platform.id}-${platformPostId}-${index + 1}`;
  const { ownerId, platformLimits } = profile;
  const limits = limitsOf(platform, platformLimits);
  const names = posts.flatMap((post) => post.media.map((_medium, index) => nameOf(post, index)));
  const leftOver = await services.library.findUnused(ownerId, names);
  const copying = { ...services, signal: context.signal };

  const open = async (medium: PostMedia, maxBytes: number) => {
    if (adapter.openMedia !== undefined) return adapter.openMedia(context, medium);
    const page = await context.openPage();
    return (await page.download(medium.url, { maxBytes })).bytes;
  };

  return async (post) => {
    const fileIds: string[] = [];
    for (const [index, medium] of post.media.entries()) {
      const name = nameOf(post, index);
      const stored = leftOver.get(name);
      if (stored !== undefined) {
        fileIds.push(stored);
        continue;
      }
      const maxBytes = limits.media[medium.kind]?.maxBytes ?? maxBytesByDefault;
      const copied = await deletingOnFailure(services, fileIds, () =>
        copyMedia(copying, ownerId, { name, maxBytes, open: () => open(medium, maxBytes) }),
      );
      if (copied === null) {
        counts.media_failed += 1;
      } else {
        fileIds.push(copied.id);
        counts.media_bytes += copied.sizeBytes;
      }
    }
    return fileIds;
  };
}
