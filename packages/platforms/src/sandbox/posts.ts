import type { AdapterContext, PlatformPost } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { type PageOfPosts, readByMarkup, readByMeaning } from "./read-page.ts";
import { changed, openSitePage } from "./site-page.ts";

/**
 * The posts of the account, newest first. A post that moves to the next page because of a newer one is
 * given once. Throws `platform_changed` rather than end early.
 */
export async function* listPosts(
  context: AdapterContext,
  platform: Platform,
): AsyncIterable<PlatformPost[]> {
  for await (const { posts } of listPages(context, platform)) {
    if (posts.length > 0) yield posts;
  }
}

/** The same by page, with how each was read. */
export async function* listPages(
  context: AdapterContext,
  platform: Platform,
): AsyncIterable<PageOfPosts> {
  const seen = new Set<string>();
  let leastTotal = Number.POSITIVE_INFINITY;
  let url: string | null = platform.profileUrl(context.username);
  while (url !== null) {
    const page = await openSitePage(context, platform, url);
    const asItWas = await readByMarkup(page, platform);
    leastTotal = Math.min(leastTotal, asItWas?.total ?? leastTotal);
    const isUnread = asItWas === null || endsEarly(asItWas, leastTotal - seen.size);
    const read: PageOfPosts = isUnread ? await readByMeaning(page, platform) : asItWas;
    leastTotal = Math.min(leastTotal, read.total);
    const fresh = read.posts.filter(({ platformPostId }) => !seen.has(platformPostId));
    for (const { platformPostId } of fresh) seen.add(platformPostId);
    yield { ...read, posts: fresh };
    url = read.next;
  }
  if (seen.size < leastTotal) throw changed(platform, "all of the posts");
}

/** A last page before all posts were seen: where the next one is has another look now. */
function endsEarly({ posts, next }: PageOfPosts, left: number): boolean {
  return next === null && posts.length < left;
}
