import type { AdapterContext, FoundPost, LookUp, PlatformPost } from "../adapter.ts";
import { clocksMs, oldestMatch } from "../oldest-match.ts";
import type { Platform } from "../platform.ts";
import { listPages } from "./posts.ts";
import { changed } from "./site-page.ts";

/**
 * Looks for a post of ours on the account's own profile: the oldest that fits. Throws
 * `platform_changed` when a page could be read by meaning only and shows a post that may be ours after
 * all: that ours is not there would send it again.
 */
export async function findPublished(
  context: AdapterContext,
  platform: Platform,
  lookUp: LookUp,
): Promise<FoundPost | null> {
  const since = lookUp.sentAt.getTime() - clocksMs;
  let oldest: PlatformPost | null = null;
  let isDoubtful = false;
  for await (const { posts, isByMeaning } of listPages(context, platform)) {
    oldest = oldestMatch(posts, lookUp, since) ?? oldest;
    isDoubtful ||= isByMeaning && mayBeOurs(posts, lookUp, since);
    if (posts.some(({ publishedAt }) => publishedAt.getTime() < since)) break;
  }
  if (oldest === null && isDoubtful) throw changed(platform, "whether the post is there");
  if (oldest === null) return null;
  const { platformPostId, permalink, publishedAt } = oldest;
  return { platformPostId, permalink, publishedAt };
}

/** True when a post is from that time and of nobody else. */
function mayBeOurs(
  posts: readonly PlatformPost[],
  { knownPostIds }: LookUp,
  since: number,
): boolean {
  return posts.some(
    ({ platformPostId, publishedAt }) =>
      publishedAt.getTime() >= since && !knownPostIds.includes(platformPostId),
  );
}
