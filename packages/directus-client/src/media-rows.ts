import {
  libraryRow,
  type MetadataKind,
  type RenditionSize,
  type ScrapedMedia,
} from "@genie/schema";

export type MediaFile = {
  id: string;
  mime: string;
  /** As it was uploaded. */
  name: string;
  sizeBytes: number | null;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** What it looks like, roughly: ThumbHash, base64. */
  placeholder: string | null;
  /** Whether its small pictures are made and its metadata is gone. */
  isPrepared: boolean;
  /** Why it could not be prepared. */
  problem: string | null;
  /** What it said beside the picture when it came, and no longer says. */
  removedMetadata: MetadataKind[];
};

/** An entry of the library. Money in the currency's unit, as an exact number in text. */
export type Media = {
  id: string;
  kind: ScrapedMedia["media_type"];
  source: ScrapedMedia["source"];
  /** The first file, or the only one; null when it is gone or was never stored. */
  file: MediaFile | null;
  caption: string;
  /** What it shows, in words, for people who don't see it; empty while nobody has written it. */
  altText: string;
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
  tags: string[];
  /** When it was put into the bin. */
  deletedAt: string | null;
};

export type FileRow = {
  id: string;
  type: string | null;
  filename_download: string;
  filesize: number | string | null;
  width: number | null;
  height: number | null;
  /** In seconds. */
  duration: number | null;
  prepared_at: string | null;
  preparation_problem: string | null;
  placeholder: string | null;
  removed_metadata: MetadataKind[] | null;
};
type AccountRow = { id: string; platform: string; username: string };

export type MediaRow = Pick<ScrapedMedia, (typeof libraryRow.entry)[number]> & {
  file_id: FileRow | null;
  creator_profile_id: AccountRow | null;
};

/** What `toMediaFile` needs, of a file that `path` leads to. */
export const fileFields = (path: string): string[] =>
  libraryRow.file.map((field) => `${path}.${field}`);

/** What `toMedia` needs. */
export const mediaFields: readonly string[] = [
  ...libraryRow.entry,
  ...fileFields("file_id"),
  ...libraryRow.account.map((field) => `creator_profile_id.${field}`),
];

export function toMedia(row: MediaRow): Media {
  const { file_id: file } = row;
  return {
    id: row.id,
    kind: row.media_type,
    source: row.source,
    file: file && toMediaFile(file),
    caption: row.caption ?? "",
    altText: row.alt_text ?? "",
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
    tags: row.tags ?? [],
    deletedAt: row.trashed_at,
  };
}

export function toMediaFile(row: FileRow): MediaFile {
  return {
    id: row.id,
    mime: row.type ?? "",
    name: row.filename_download,
    sizeBytes: row.filesize === null ? null : Number(row.filesize),
    width: row.width,
    height: row.height,
    durationMs: row.duration === null ? null : row.duration * 1000,
    placeholder: row.placeholder,
    isPrepared: row.prepared_at !== null,
    problem: row.preparation_problem,
    removedMetadata: row.removed_metadata ?? [],
  };
}

/** Where a small picture of a stored file is, on the public origin. */
export const renditionPath = (fileId: string, size: RenditionSize): string =>
  `/api/directus/renditions/${fileId}/${size}`;
