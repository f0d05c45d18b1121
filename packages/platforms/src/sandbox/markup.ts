import type { PageDriver } from "@genie/browser-client";
import type { Markup, PageOfPosts } from "../recipe/site.ts";
import { readTime } from "../recipe/times.ts";
import { listFans } from "./fans.ts";
import { figureFields } from "./figures.ts";
import { mapPosts, postRequests } from "./map-posts.ts";
import { mapProfile } from "./profile.ts";

const profileRequest = {
  rows: "main section:has(> h1)",
  fields: { ...figureFields, names: { css: "h1", all: true } },
} as const;

/** The three ways in which the sandbox marks up its pages. */
export function sandboxMarkup(origin: string): Markup {
  return {
    async signedIn(page) {
      const [navigation] = await page.extract({
        rows: "nav[aria-label='Main']",
        fields: { profile: { css: "a[href^='/@']", attribute: "href" } },
      });
      const href = navigation?.["profile"];
      return typeof href === "string" ? href : null;
    },
    async profile(page) {
      const rows = await page.extract(profileRequest);
      return rows.length === 1 ? mapProfile(rows[0] ?? {}) : null;
    },
    posts: (page) => readPosts(page, origin),
    listFans,
    async publishedAt(page) {
      const times = await page.extract({
        rows: "main time",
        fields: { at: { css: "", attribute: "datetime" } },
      });
      const at = times.length === 1 ? times[0]?.["at"] : null;
      return typeof at === "string" ? readTime(at) : null;
    },
  };
}

async function readPosts(page: PageDriver, origin: string): Promise<PageOfPosts | null> {
  const [profile] = await page.extract(profileRequest);
  const [root] = await page.extract(postRequests.page);
  const posts = mapPosts(origin, {
    posts: await page.extract(postRequests.posts),
    media: await page.extract(postRequests.media),
    page: root,
  });
  const total = mapProfile(profile ?? {})?.posts;
  const [next = null, ...others] = root ? [root["next"] ?? []].flat() : [];
  if (posts === null || total == null || others.length > 0) return null;
  if (!isNewestFirst(posts)) return null;
  return {
    posts,
    total,
    next: next === null ? null : new URL(next, origin).href,
    isByMeaning: false,
  };
}

function isNewestFirst(posts: PageOfPosts["posts"]): boolean {
  return posts.every(({ publishedAt }, index) => {
    const before = posts[index - 1];
    return before === undefined || before.publishedAt >= publishedAt;
  });
}
