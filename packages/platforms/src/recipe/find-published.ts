import { AppError } from "@genie/errors";
import type { AdapterContext, FoundPost, LookUp, PlatformPost } from "../adapter.ts";
import { clocksMs, oldestMatch } from "../oldest-match.ts";
import type { Platform } from "../platform.ts";
import { listPages } from "./posts.ts";
import type { ReadPage } from "./read-page.ts";
import { changed } from "./site-page.ts";
import type { PageOfPosts, Site } from "./site.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Looks for a post of ours on the account's own profile: the oldest that fits. Throws
 * `platform_changed` when a page could be read by meaning only and shows a post that may be ours after
 * all, or where a post that is not in the list may be on its way: that ours is not there would send it
 * again.
 */
export async function findPublished(
  context: AdapterContext,
  site: Site,
  lookUp: LookUp,
): Promise<FoundPost | null> {
  const since = lookUp.sentAt.getTime() - clocksMs;
  let oldest: PlatformPost | null = null;
  let isDoubtful = false;
  for await (const page of listPages(context, site)) {
    oldest = oldestMatch(exactPosts(page), lookUp, since) ?? oldest;
    isDoubtful ||= page.isByMeaning && mayBeOurs(page, lookUp, since);
    // A time that is not exact may be that of a later post.
    const until = since - (exactPosts(page).length === page.posts.length ? 0 : dayMs);
    if (page.posts.some(({ publishedAt }) => publishedAt.getTime() < until)) break;
  }
  if (oldest === null && isDoubtful) throw changed(site.platform, "whether the post is there");
  if (oldest === null && site.absence === "doubt") throw mayComeYet(site.platform);
  if (oldest === null) return null;
  const { platformPostId, permalink, publishedAt } = oldest;
  return { platformPostId, permalink, publishedAt };
}

function exactPosts(page: PageOfPosts | ReadPage): PlatformPost[] {
  if (!("exactIds" in page)) return page.posts;
  return page.posts.filter(({ platformPostId }) => page.exactIds.has(platformPostId));
}

/** True when a post is from that time and of nobody else. */
function mayBeOurs(page: PageOfPosts | ReadPage, { knownPostIds }: LookUp, since: number): boolean {
  const exact = new Set(exactPosts(page));
  return page.posts.some(
    (post) =>
      post.publishedAt.getTime() >= since - (exact.has(post) ? 0 : dayMs) &&
      !knownPostIds.includes(post.platformPostId),
  );
}

function mayComeYet({ name }: Platform): AppError {
  return new AppError(
    "platform_changed",
    `${name} does not show the post, which proves nothing: it may still be working on it. Nothing was sent again; look there and say what you see.`,
  );
}
