import type { AdapterContext, FoundPost, LookUp, PlatformPost } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { listPosts } from "./posts.ts";

/** Their clock and ours may differ by this much. */
const clocksMs = 60_000;

/** Looks for a post of ours on the account's own profile: the oldest that fits. */
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

/** The last that fits in a list with the newest first. */
export function oldestMatch(
  posts: readonly PlatformPost[],
  { caption, fileCount, knownPostIds }: LookUp,
  since: number,
): PlatformPost | null {
  const known = new Set(knownPostIds);
  const ours = normalCaption(caption);
  const fitting = posts.filter(
    (post) =>
      normalCaption(post.caption) === ours &&
      post.media.length === fileCount &&
      post.publishedAt.getTime() >= since &&
      !known.has(post.platformPostId),
  );
  return fitting.at(-1) ?? null;
}

/** A caption as the site keeps it: one kind of line ends, nothing around it, whole characters. */
export function normalCaption(caption: string): string {
  return caption.replaceAll(/\r\n?/g, "\n").trim().toWellFormed();
}
