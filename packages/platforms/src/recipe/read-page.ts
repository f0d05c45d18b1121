import type { PageDriver } from "@genie/browser-client";
import { mapReadProfile } from "./profile.ts";
import { addressOf, listOf } from "./page-values.ts";
import { mapReadPost, type ReadPost } from "./read-post.ts";
import { pathOf } from "./signed-in-as.ts";
import { changed, unread } from "./site-page.ts";
import { type PageOfPosts, readRequest, type Site } from "./site.ts";

const dayMs = 24 * 60 * 60_000;

/** A page that was read by meaning, with the posts whose times are known to the second. */
export type ReadPage = PageOfPosts & { exactIds: ReadonlySet<string> };

/**
 * Reads a page of posts by meaning. Every post and file that the page links to has to be among what was
 * read, but for those of posts that were passed over. Throws `platform_changed` for less than all of it, and where there is no model.
 */
export async function readByMeaning(
  page: PageDriver,
  site: Site,
  passedOver: readonly string[] = [],
): Promise<ReadPage> {
  const read = await page.read(readRequest(site, "posts"));
  if (read === null) throw unread(site, "the posts");
  const now = new Date();
  const found = read.rows.map((row) => mapReadPost(site, row, now));
  const profile = mapReadProfile(site, read.fields);
  const posts = found.flatMap((one) => (one === null ? [] : [one]));
  const isWhole = profile !== null && posts.length === found.length;
  if (!isWhole || !isNewestFirst(posts) || !(await isAll(page, site, posts, passedOver))) {
    throw changed(site.platform, "the posts");
  }
  const [next = null] = listOf(read.fields["next"]);
  return {
    posts: posts.map(({ post }) => post),
    total: profile.posts,
    next: addressOf(site.platform, next),
    isByMeaning: true,
    exactIds: new Set(posts.flatMap(({ post, isExact }) => (isExact ? [post.platformPostId] : []))),
  };
}

/** Addresses are the site's own, whatever stands around them. */
async function isAll(
  page: PageDriver,
  site: Site,
  read: readonly ReadPost[],
  passedOver: readonly string[],
): Promise<boolean> {
  const [linked] = await page.extract({
    rows: ":root",
    fields: {
      links: { css: "a[href]", attribute: "href", all: true },
      sources: { css: "video source[src], video[src]", attribute: "src", all: true },
    },
  });
  const paths = [...listOf(linked?.["links"]), ...listOf(linked?.["sources"])].map((href) =>
    pathOf(site, href),
  );
  const before = new Set(passedOver.map((permalink) => new URL(permalink).pathname));
  const like = (pattern: RegExp) => paths.filter((path) => pattern.test(path) && !before.has(path));
  const { post: postLink, media: mediaLink } = site.links;
  const posts = read.map(({ post }) => new URL(post.permalink).pathname);
  const media = read.flatMap(({ post }) => post.media.map(({ url }) => new URL(url).pathname));
  return isSame(like(postLink), posts) && (mediaLink === null || isSame(like(mediaLink), media));
}

/** A site may link to the same thing more than once, and a post is not there twice. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [new Set(some), new Set(others)];
  return (
    other.size === others.length && one.size === other.size && some.every((path) => other.has(path))
  );
}

function isNewestFirst(posts: readonly ReadPost[]): boolean {
  return posts.every(({ post, isExact }, index) => {
    const before = posts[index - 1];
    if (before === undefined) return true;
    const slackMs = isExact && before.isExact ? 0 : dayMs;
    return before.post.publishedAt.getTime() + slackMs >= post.publishedAt.getTime();
  });
}
