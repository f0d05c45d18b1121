import type { ScrapedMedia } from "@genie/schema";

export type MediaFile = {
  id: string;
  mime: string;
  width: number | null;
  height: number | null;
};

/** An entry of the library. Money in the currency's unit, as an exact number in text. */
export type Media = {
  id: string;
  kind: ScrapedMedia["media_type"];
  source: ScrapedMedia["source"];
  /** The first file, or the only one; null when it is gone or was never stored. */
  file: MediaFile | null;
  caption: string;
  /** The account that it was read from, while that is connected. */
  account: { id: string; platform: string; username: string } | null;
  permalink: string | null;
  publishedAt: string | null;
  createdAt: string | null;
  likes: number | null;
  comments: number | null;
  views: number | null;
  earnings: string | null;
  currency: string | null;
  width: number | null;
  height: number | null;
  durationS: number | null;
  derivedFrom: string | null;
};

type FileRow = { id: string; type: string | null; width: number | null; height: number | null };
type AccountRow = { id: string; platform: string; username: string };

const own = [
  "id",
  "media_type",
  "source",
  "caption",
  "permalink",
  "published_at",
  "date_created",
  "likes",
  "comments",
  "views",
  "earnings",
  "currency",
  "width",
  "height",
  "duration_s",
  "derived_from",
] as const satisfies readonly (keyof ScrapedMedia)[];

export type MediaRow = Pick<ScrapedMedia, (typeof own)[number]> & {
  file_id: FileRow | null;
  creator_profile_id: AccountRow | null;
};

/** What `toMedia` needs. */
export const mediaFields: readonly string[] = [
  ...own,
  ...["id", "type", "width", "height"].map((field) => `file_id.${field}`),
  ...["id", "platform", "username"].map((field) => `creator_profile_id.${field}`),
];

export function toMedia(row: MediaRow): Media {
  const { file_id: file } = row;
  return {
    id: row.id,
    kind: row.media_type,
    source: row.source,
    file: file && { id: file.id, mime: file.type ?? "", width: file.width, height: file.height },
    caption: row.caption ?? "",
    account: row.creator_profile_id,
    permalink: row.permalink,
    publishedAt: row.published_at,
    createdAt: row.date_created,
    likes: row.likes,
    comments: row.comments,
    views: row.views,
    earnings: row.earnings,
    currency: row.currency,
    width: row.width ?? file?.width ?? null,
    height: row.height ?? file?.height ?? null,
    durationS: row.duration_s === null ? null : Number(row.duration_s),
    derivedFrom: row.derived_from,
  };
}
