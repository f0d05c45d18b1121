import type { AdapterContext, PlatformPost } from "../adapter.ts";
import { type ReadPage, readByMeaning } from "./read-page.ts";
import { changed, openSitePage } from "./site-page.ts";
import type { PageOfPosts, Site } from "./site.ts";

/**
 * The posts of the account, newest first. A post that moves to the next page because of a newer one is
 * given once. Throws `platform_changed` rather than end early.
 */
export async function* listPosts(
  context: AdapterContext,
  site: Site,
): AsyncIterable<PlatformPost[]> {
  for await (const { posts } of listPages(context, site)) {
    if (posts.length > 0) yield posts;
  }
}

/** The same by page, with how each was read. */
export function listPages(
  context: AdapterContext,
  site: Site,
): AsyncIterable<PageOfPosts | ReadPage> {
  return site.readings.next === null ? listByScrolling(context, site) : listByLinks(context, site);
}

async function* listByLinks(
  context: AdapterContext,
  site: Site,
): AsyncIterable<PageOfPosts | ReadPage> {
  const seen = new Set<string>();
  let leastTotal = Number.POSITIVE_INFINITY;
  let url: string | null = site.platform.profileUrl(context.username);
  while (url !== null) {
    const page = await openSitePage(context, site, url);
    const asItWas: PageOfPosts | null = (await site.markup?.posts(page)) ?? null;
    leastTotal = Math.min(leastTotal, asItWas?.total ?? leastTotal);
    const isUnread = asItWas === null || endsEarly(asItWas, leastTotal - seen.size);
    const read: PageOfPosts = isUnread ? await readByMeaning(page, site) : asItWas;
    leastTotal = Math.min(leastTotal, read.total ?? leastTotal);
    const fresh = read.posts.filter(({ platformPostId }) => !seen.has(platformPostId));
    for (const { platformPostId } of fresh) seen.add(platformPostId);
    yield { ...read, posts: fresh };
    url = read.next;
  }
  if (leastTotal !== Number.POSITIVE_INFINITY && seen.size < leastTotal) {
    throw changed(site.platform, "all of the posts");
  }
}

/** A list that grows as one scrolls: what was read is passed over, until nothing new comes. */
async function* listByScrolling(context: AdapterContext, site: Site): AsyncIterable<ReadPage> {
  const page = await openSitePage(context, site, site.platform.profileUrl(context.username));
  const seen = new Set<string>();
  let last: string[] = [];
  do {
    const read: ReadPage = await readByMeaning(page, site, [...seen]);
    const fresh = read.posts.filter(({ permalink }) => !seen.has(permalink));
    last = fresh.map(({ permalink }) => permalink);
    for (const permalink of last) seen.add(permalink);
    yield { ...read, posts: fresh };
  } while (last.length > 0 && (await page.more(last)));
}

/** A last page before all posts were seen: where the next one is has another look now. */
function endsEarly({ posts, next }: PageOfPosts, left: number): boolean {
  return next === null && posts.length < left;
}
