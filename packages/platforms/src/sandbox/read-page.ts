import type { PageDriver } from "@genie/browser-client";
import type { PlatformPost } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { figureFields } from "./figures.ts";
import { mapPosts, postRequests } from "./map-posts.ts";
import { postMarkup, profileMarkup, readPosts } from "./meanings.ts";
import { addressOf, listOf } from "./page-values.ts";
import { mapProfile } from "./profile.ts";
import { changed } from "./site-page.ts";

export type PageOfPosts = {
  posts: PlatformPost[];
  /** How many posts the account has, as the page says. */
  total: number;
  next: string | null;
  /** Read with the help of a language model: what is not on it may still be there. */
  isByMeaning: boolean;
};

/** Reads a page of posts as its markup was; null when that is not what it was. */
export async function readByMarkup(
  page: PageDriver,
  platform: Platform,
): Promise<PageOfPosts | null> {
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
  const [next = null, ...others] = listOf(root?.["next"]);
  if (posts === null || total == null || others.length > 0 || !isNewestFirst(posts)) return null;
  return { posts, total, next: addressOf(platform, next), isByMeaning: false };
}

/**
 * Reads the same by meaning. Every post and file that the page links to has to be among what was read.
 * Throws `platform_changed` for less than all of it, and where there is no model.
 */
export async function readByMeaning(page: PageDriver, platform: Platform): Promise<PageOfPosts> {
  const read = await page.read(readPosts);
  const rows = (read?.rows ?? []).map(({ link, time, caption, tags, media, ...figures }) => ({
    ...postMarkup(figures),
    links: listOf(link),
    times: listOf(time),
    captions: [caption ?? ""],
    tags: listOf(tags),
    media: listOf(media),
  }));
  const markup = read && profileMarkup(read.fields);
  const total =
    markup && mapProfile({ ...markup, names: listOf(read.fields["displayName"]) })?.posts;
  const posts = mapPosts(platform.origin, {
    posts: rows.map((row) => ({ ...row, captions: row.captions.flat() })),
    media: rows.flatMap((row) => row.media.map((href) => ({ href, source: null }))),
    page: undefined,
  });
  if (!posts || total == null || !isNewestFirst(posts) || !(await isAll(page, rows))) {
    throw changed(platform, "the posts");
  }
  const [next = null] = listOf(read?.fields["next"]);
  return { posts, total, next: addressOf(platform, next), isByMeaning: true };
}

/** Addresses are the site's own, whatever stands around them. */
async function isAll(page: PageDriver, rows: { links: string[]; media: string[] }[]) {
  const [linked] = await page.extract({
    rows: ":root",
    fields: {
      posts: { css: "a[href^='/posts/']", attribute: "href", all: true },
      pictures: { css: "a[href^='/media/']", attribute: "href", all: true },
      videos: { css: "video source", attribute: "src", all: true },
    },
  });
  const there = (name: string) => [linked?.[name] ?? []].flat();
  return (
    isSame(
      there("posts"),
      rows.flatMap(({ links }) => links),
    ) &&
    isSame(
      [...there("pictures"), ...there("videos")],
      rows.flatMap(({ media }) => media),
    )
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
}

function isNewestFirst(posts: PlatformPost[]): boolean {
  return posts.every(({ publishedAt }, index) => {
    const before = posts[index - 1];
    return before === undefined || before.publishedAt >= publishedAt;
  });
}
