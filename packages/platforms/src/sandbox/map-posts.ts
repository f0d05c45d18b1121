import type { PlatformPost, PostMedia } from "../adapter.ts";
import { readCount, readMoney } from "../recipe/amounts.ts";
import { readTime } from "../recipe/times.ts";
import { type FigureMarkup, figureFields, readFigures } from "./figures.ts";
import { isStrings } from "./is-strings.ts";

type Row = Record<string, string | string[] | null>;

const mediaLinks = "a[href^='/media/'], video > source";

/** What is read of a page of posts: the posts, their media one after the other, and the page itself. */
export const postRequests = {
  posts: {
    rows: ["> article", "> li", "tr:has(td)"]
      .map((row) => `[aria-label='Posts'] ${row}`)
      .join(", "),
    fields: {
      ...figureFields,
      links: { css: "a[href^='/posts/']", attribute: "href", all: true },
      times: { css: "a[href^='/posts/'] time", attribute: "datetime", all: true },
      captions: { css: "p.caption, blockquote", all: true },
      tags: { css: "ul[aria-label='Tags'] > li, .labels > a", all: true },
      media: { css: mediaLinks, all: true },
    },
  },
  media: {
    rows: mediaLinks
      .split(", ")
      .map((link) => `[aria-label='Posts'] ${link}`)
      .join(", "),
    fields: {
      href: { css: "", attribute: "href" },
      source: { css: "", attribute: "src" },
      // A table has thumbnails of one size, which says nothing of the picture.
      width: { css: ":not(.thumbnail) > img", attribute: "width" },
      height: { css: ":not(.thumbnail) > img", attribute: "height" },
    },
  },
  page: {
    rows: ":root",
    fields: {
      columns: { css: "table[aria-label='Posts'] th[scope='col']", all: true },
      next: { css: "a[rel='next']", attribute: "href", all: true },
      empty: { css: "main .empty", all: true },
    },
  },
} as const;

export type ReadPosts = { posts: Row[]; media: Row[]; page: Row | undefined };

/** The posts of a page; null when one of them can't be read without a doubt. */
export function mapPosts(origin: string, { posts, media, page }: ReadPosts): PlatformPost[] | null {
  const [first = "", ...columns] = page ? [page["columns"] ?? []].flat() : [];
  const mapped: PlatformPost[] = [];
  let at = 0;
  for (const row of posts) {
    const count = Array.isArray(row["media"]) ? row["media"].length : 0;
    const own = media.slice(at, at + count).map((shot) => mapMedia(origin, shot));
    at += count;
    const isTable = first !== "";
    const post = mapPost(origin, isTable ? { ...row, columns } : row, own);
    if (post === null) return null;
    mapped.push(post);
  }
  return at === media.length ? mapped : null;
}

function mapPost(
  origin: string,
  row: Record<string, unknown>,
  media: (PostMedia | null)[],
): PlatformPost | null {
  const names = [...Object.keys(figureFields), "links", "times", "captions", "tags"];
  if (!isStrings<keyof FigureMarkup | "links" | "times" | "captions" | "tags">(row, names)) {
    return null;
  }
  const shown = readFigures(row);
  if (shown === null) return null;
  const [link = "", ...otherLinks] = row.links;
  const [time = "", ...otherTimes] = row.times;
  const [, platformPostId] = /^\/posts\/(\d+)$/.exec(link) ?? [];
  const publishedAt = readTime(time);
  const captions = shown.has("Caption") ? [shown.get("Caption") ?? ""] : row.captions;
  const [caption] = captions;
  const tags = shown.has("Tags") ? (shown.get("Tags") ?? "").split(/\s+/) : row.tags;
  const [likes, comments, views] = ["Likes", "Comments", "Views"].map((label) =>
    readCount(shown.get(label)),
  );
  const earnings = readMoney(shown.get("Earnings"));
  if (platformPostId === undefined || publishedAt === null || caption === undefined) return null;
  if (otherLinks.length > 0 || otherTimes.length > 0 || captions.length > 1) return null;
  if (likes == null || comments == null || views == null || !media.every((shot) => shot !== null)) {
    return null;
  }
  if (earnings === null && shown.has("Earnings")) return null;
  return {
    platformPostId,
    permalink: `${origin}${link}`,
    caption: caption.trim(),
    tags: tags.map((tag) => tag.trim().replace(/^#/, "")).filter((tag) => tag !== ""),
    publishedAt,
    likes,
    comments,
    views,
    earnings: earnings?.amount ?? null,
    currency: earnings?.currency ?? null,
    media,
  };
}

const kinds: Record<string, PostMedia["kind"]> = {
  gif: "image",
  jpg: "image",
  jpeg: "image",
  png: "image",
  webp: "image",
  mp4: "video",
};

function mapMedia(origin: string, { href, source, width, height }: Row): PostMedia | null {
  const path = href ?? source;
  if (typeof path !== "string") return null;
  const kind = kinds[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ""];
  if (kind === undefined) return null;
  return { kind, url: `${origin}${path}`, width: readSize(width), height: readSize(height) };
}

function readSize(text: string | string[] | null | undefined): number | null {
  return typeof text === "string" && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
