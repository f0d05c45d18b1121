import type { PlatformPost, PostMedia } from "../adapter.ts";
import { listOf } from "./page-values.ts";
import { mapFigures, type ReadFields } from "./profile.ts";
import { pathOf } from "./signed-in-as.ts";
import type { Site } from "./site.ts";

/** A post that was read by meaning; `isExact`: to the second. */
export type ReadPost = { post: PlatformPost; isExact: boolean };

/** Null when something of it can't be read without a doubt. */
export function mapReadPost(site: Site, fields: ReadFields, now: Date): ReadPost | null {
  const link = pathOf(site, one(fields["link"]));
  const [, platformPostId] = site.links.post.exec(link) ?? [];
  const time = site.readTime(one(fields["time"]), now);
  const media = listOf(fields["media"]).map((href) => mapMedia(site, href));
  const shown = mapFigures(site, site.figures.post, fields);
  if (platformPostId === undefined || time === null || shown === null) return null;
  if (!media.every((shot) => shot !== null)) return null;
  const { likes, comments, views } = shown.counts;
  const post = {
    platformPostId,
    permalink: `${site.platform.origin}${link}`,
    caption: one(fields["caption"]).trim(),
    tags: listOf(fields["tags"])
      .map((tag) => tag.trim().replace(/^#/, ""))
      .filter((tag) => tag !== ""),
    publishedAt: time.at,
    likes: likes ?? null,
    comments: comments ?? null,
    views: views ?? null,
    earnings: shown.earnings?.amount ?? null,
    currency: shown.earnings?.currency ?? null,
    media,
  };
  return { post, isExact: time.isExact };
}

const kinds: Record<string, PostMedia["kind"]> = {
  gif: "image",
  jpg: "image",
  jpeg: "image",
  png: "image",
  webp: "image",
  m4v: "video",
  mov: "video",
  mp4: "video",
};

/** What a link to media leads to; null for a file of a kind that is not known. */
export function mapMedia({ platform: { origin } }: Site, href: string): PostMedia | null {
  const url = URL.parse(href, origin);
  const kind = kinds[/\.([a-z0-9]+)$/.exec(url?.pathname ?? "")?.[1] ?? ""];
  if (url === null || kind === undefined) return null;
  return { kind, url: url.href, width: null, height: null };
}

const one = (value: string | string[] | null | undefined) =>
  typeof value === "string" ? value : "";
