import { customEndpoint, readFiles, readItems, updateItemsBatch } from "@directus/sdk";
import { LibraryForgottenAnswer, type ScrapedMedia } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { readRows } from "./read-rows.ts";
import { isConflict } from "./translate-error.ts";

/** What a platform counts for a post, and where and when it appeared. */
export type MediaFigures = Pick<
  ScrapedMedia,
  "comments" | "currency" | "earnings" | "likes" | "permalink" | "published_at" | "views"
>;

export type NewMedia = Partial<MediaFigures> & {
  ownerId: string;
  profileId: string | null;
  platformPostId?: string;
  source: ScrapedMedia["source"];
  derivedFrom?: string;
  mediaType: ScrapedMedia["media_type"];
  /** In order; the first one stands for the whole. */
  fileIds: string[];
  caption: string | null;
  altText?: string | null;
  tags: string[] | null;
  width: number | null;
  height: number | null;
  durationS?: number | null;
  /** The job that made it; a job makes one. */
  madeBy?: string;
};

/** Adds an entry to the library, with its files; "exists" when the profile has this post already, or the job has made one or was called off. */
export async function addMedia(
  client: DirectusClient,
  media: NewMedia,
): Promise<{ id: string } | "exists"> {
  return create<{ id: string }>(client, rowOf(media));
}

/**
 * Adds entries to the library, with their files, all or none. "exists", and nothing was added, when the
 * profile has one of these posts already.
 */
export async function addAllMedia(
  client: DirectusClient,
  media: readonly NewMedia[],
): Promise<"added" | "exists"> {
  if (media.length === 0) return "added";
  const added = await create<{ id: string }[]>(client, media.map(rowOf));
  return added === "exists" ? added : "added";
}

async function create<Made>(
  client: DirectusClient,
  rows: object | object[],
): Promise<Made | "exists"> {
  try {
    return await client.send(
      customEndpoint<Made>({
        method: "POST",
        path: "/items/scraped_media",
        params: { fields: ["id"] },
        body: JSON.stringify(rows),
      }),
    );
  } catch (error) {
    if (isConflict(error)) return "exists";
    throw error;
  }
}

function rowOf(media: NewMedia) {
  const { ownerId, profileId, platformPostId, derivedFrom, mediaType, fileIds, ...others } = media;
  const { altText, durationS, madeBy, ...same } = others;
  return {
    ...same,
    ...(durationS !== undefined && { duration_s: durationS }),
    ...(madeBy !== undefined && { made_by: madeBy }),
    ...(altText !== undefined && { alt_text: altText }),
    ...filesOf(fileIds),
    user_id: ownerId,
    creator_profile_id: profileId,
    platform_post_id: platformPostId ?? null,
    derived_from: derivedFrom ?? null,
    media_type: mediaType,
  };
}

/** The entry that a job has made; null when it has made none. */
export async function findMadeBy(client: DirectusClient, jobId: string): Promise<string | null> {
  const [row] = await client.send(
    readItems("scraped_media", {
      fields: ["id"],
      filter: { made_by: { _eq: jobId } },
      limit: 1,
    }),
  );
  return row?.id ?? null;
}

/** Gives an entry that was left without files the files it should have. */
export async function attachFiles(
  client: DirectusClient,
  mediaId: string,
  fileIds: string[],
): Promise<void> {
  await client.send(
    customEndpoint({
      method: "PATCH",
      path: `/items/scraped_media/${mediaId}`,
      params: { fields: ["id"] },
      body: JSON.stringify(filesOf(fileIds)),
    }),
  );
}

/** An entry of a post that the library has. */
export type KnownPost = { mediaId: string; hasFile: boolean; figures: MediaFigures };

const figures = [
  "comments",
  "currency",
  "earnings",
  "likes",
  "permalink",
  "published_at",
  "views",
] as const satisfies readonly (keyof MediaFigures)[];

/** Which of these posts the library has, by the platform's id. */
export async function findScrapedPosts(
  client: DirectusClient,
  profileId: string,
  platformPostIds: readonly string[],
): Promise<Map<string, KnownPost>> {
  if (platformPostIds.length === 0) return new Map();
  const rows = await client.send(
    readItems("scraped_media", {
      fields: ["id", "platform_post_id", "file_id", ...figures],
      filter: {
        creator_profile_id: { _eq: profileId },
        platform_post_id: { _in: [...platformPostIds] },
      },
      limit: platformPostIds.length,
    }),
  );
  return new Map(
    rows.map(({ id, platform_post_id: post, file_id: file, ...known }) => [
      post ?? "",
      { mediaId: id, hasFile: file !== null, figures: known },
    ]),
  );
}

/** Which of these posts had an entry that its owner has deleted, by the platform's id; they don't come back. */
export async function findForgottenPosts(
  client: DirectusClient,
  profileId: string,
  platformPostIds: readonly string[],
): Promise<Set<string>> {
  if (platformPostIds.length === 0) return new Set();
  const body = JSON.stringify({ account: profileId, posts: platformPostIds });
  const path = "/library/forgotten";
  const answer = await client.send(customEndpoint({ method: "POST", path, body }));
  return new Set(LibraryForgottenAnswer.parse(answer).posts);
}

/**
 * When the oldest post appeared that was entered since a moment and lacks its picture or video; null
 * when there is none. A gallery without files may be a text, so those don't count.
 */
export async function findOldestLacking(
  client: DirectusClient,
  profileId: string,
  since: Date,
): Promise<Date | null> {
  const [row] = await readRows<Pick<ScrapedMedia, "published_at">>(client, "scraped_media", {
    fields: ["published_at"],
    filter: {
      creator_profile_id: { _eq: profileId },
      source: { _eq: "scraped" },
      media_type: { _in: ["image", "video"] },
      file_id: { _null: true },
      published_at: { _nnull: true },
      date_created: { _gte: since.toISOString() },
    },
    sort: ["published_at"],
    limit: 1,
  });
  return row?.published_at == null ? null : new Date(row.published_at);
}

/** New figures for entries; caption and tags, which a person may have changed, stay. */
export async function updateFigures(
  client: DirectusClient,
  changes: readonly (MediaFigures & { mediaId: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ mediaId, ...figures }) => ({ id: mediaId, ...figures }));
  await client.send(updateItemsBatch("scraped_media", rows, { fields: ["id"] }));
}

/** An entry of the library that a copy is made of. */
export type SourceMedia = {
  id: string;
  ownerId: string;
  profileId: string | null;
  mediaType: ScrapedMedia["media_type"];
  caption: string | null;
  altText: string | null;
  tags: string[] | null;
  file: { id: string; mime: string; name: string; sizeBytes: number } | null;
};

/** An entry with the facts of its first file; null when it was removed. */
export async function readSourceMedia(
  client: DirectusClient,
  id: string,
): Promise<SourceMedia | null> {
  const [row] = await client.send(
    readItems("scraped_media", {
      fields: [
        "id",
        "user_id",
        "creator_profile_id",
        "media_type",
        "caption",
        "alt_text",
        "tags",
        "file_id",
      ],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    ownerId: row.user_id,
    profileId: row.creator_profile_id,
    mediaType: row.media_type,
    caption: row.caption,
    altText: row.alt_text,
    tags: row.tags,
    file: row.file_id === null ? null : await readFileFacts(client, row.file_id),
  };
}

async function readFileFacts(client: DirectusClient, id: string): Promise<SourceMedia["file"]> {
  const [file] = await client.send(
    readFiles({
      fields: ["id", "type", "filename_download", "filesize"],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  if (file === undefined) return null;
  return {
    id: file.id,
    mime: file.type ?? "",
    name: file.filename_download,
    sizeBytes: Number(file.filesize ?? 0),
  };
}

const filesOf = (fileIds: string[]) => ({
  file_id: fileIds[0] ?? null,
  files: fileIds.map((directus_files_id, sort) => ({ directus_files_id, sort })),
});
