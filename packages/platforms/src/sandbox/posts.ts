import type { PageDriver } from "@genie/browser-client";
import type { AdapterContext, PlatformPost } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { figureFields } from "./figures.ts";
import { mapPosts, postRequests } from "./map-posts.ts";
import { mapProfile } from "./profile.ts";
import { changed, openSitePage } from "./site-page.ts";

/**
 * The posts of the account, newest first. A post that moves to the next page because of a newer one is
 * given once. Throws `platform_changed` rather than end early.
 */
export async function* listPosts(
  context: AdapterContext,
  platform: Platform,
): AsyncIterable<PlatformPost[]> {
  const seen = new Set<string>();
  let leastTotal = Number.POSITIVE_INFINITY;
  let url: string | null = platform.profileUrl(context.username);
  while (url !== null) {
    const page = await openSitePage(context, platform, url);
    const { posts, total, next } = await readPage(page, platform);
    leastTotal = Math.min(leastTotal, total);
    const fresh = posts.filter(({ platformPostId }) => !seen.has(platformPostId));
    for (const { platformPostId } of fresh) seen.add(platformPostId);
    if (fresh.length > 0) yield fresh;
    url = next;
  }
  if (seen.size < leastTotal) throw changed(platform, "all of the posts");
}

async function readPage(page: PageDriver, platform: Platform) {
  const [profile] = await page.extract({
    rows: "main section:has(> h1)",
    fields: { ...figureFields, names: { css: "h1", all: true } },
  });
  const [root] = await page.extract(postRequests.page);
  const posts = mapPosts(platform.origin, {
    posts: await page.extract(postRequests.posts),
    media: await page.extract(postRequests.media),
    page: root,
  });
  const total = mapProfile(profile ?? {})?.posts;
  if (posts === null || total == null || !isNewestFirst(posts)) {
    throw changed(platform, "the posts");
  }
  const [next, ...others] = root ? [root["next"] ?? []].flat() : [];
  if (others.length > 0) throw changed(platform, "where the next page is");
  return { posts, total, next: next === undefined ? null : new URL(next, platform.origin).href };
}

function isNewestFirst(posts: PlatformPost[]): boolean {
  return posts.every(({ publishedAt }, index) => {
    const before = posts[index - 1];
    return before === undefined || before.publishedAt >= publishedAt;
  });
}
