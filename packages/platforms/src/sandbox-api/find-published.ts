import type { AdapterContext, FoundPost, LookUp, PlatformPost } from "../adapter.ts";
import { clocksMs, oldestMatch } from "../oldest-match.ts";
import type { Platform } from "../platform.ts";
import { listPosts } from "./posts.ts";

/** Looks for a post of ours in the account's own list: the oldest that fits. */
export async function findPublished(
  context: AdapterContext,
  platform: Platform,
  lookUp: LookUp,
): Promise<FoundPost | null> {
  const since = lookUp.sentAt.getTime() - clocksMs;
  let oldest: PlatformPost | null = null;
  for await (const posts of listPosts(context, platform)) {
    oldest = oldestMatch(posts, lookUp, since) ?? oldest;
    if (posts.some(({ publishedAt }) => publishedAt.getTime() < since)) break;
  }
  if (oldest === null) return null;
  const { platformPostId, permalink, publishedAt } = oldest;
  return { platformPostId, permalink, publishedAt };
}
