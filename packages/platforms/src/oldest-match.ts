import type { LookUp, PlatformPost } from "./adapter.ts";

/** Their clock and ours may differ by this much. */
export const clocksMs = 60_000;

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
