import { createItem, deleteFiles, deleteItem, updateItem } from "@directus/sdk";
import type { PostState } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { inPieces } from "./in-pieces.ts";
import {
  fileFields,
  type FileRow,
  type Media,
  type MediaFile,
  mediaFields,
  type MediaRow,
  toMedia,
  toMediaFile,
} from "./media-rows.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { type PageCursor, readPage } from "./read-page.ts";
import { countRows, readRows } from "./read-rows.ts";

export type MediaOrder = "earnings" | "likes" | "newest" | "views";

export type MediaQuery = {
  /** A part of the caption. */
  search?: string | undefined;
  platform?: string | undefined;
  /** The account that it was read from. */
  profileId?: string | undefined;
  publishedFrom?: Date | undefined;
  /** Only what has earned something in this currency, ISO 4217. */
  currency?: string | undefined;
  kind?: Media["kind"] | undefined;
  source?: Media["source"] | undefined;
  order?: MediaOrder | undefined;
};

/** Where a page of the library starts. */
export type MediaCursor = PageCursor;

export type MediaPage = { media: Media[]; next: MediaCursor | null };

/** A page of the caller's library, by offset; entries that are not published yet count as newest. */
export async function listMedia(
  client: DirectusClient,
  viewer: RowReader,
  query: MediaQuery,
  { cursor, limit = 48 }: { cursor?: MediaCursor | undefined; limit?: number } = {},
): Promise<MediaPage> {
  const { rows, next } = await readPage<MediaRow>(client, "scraped_media", {
    fields: mediaFields,
    filter: filterOf(viewer, query),
    figure: query.order === undefined || query.order === "newest" ? null : query.order,
    sort: newestFirst,
    cursor,
    limit,
  });
  return { media: rows.map(toMedia), next };
}

/** How many entries a query finds. */
export async function countMedia(
  client: DirectusClient,
  viewer: RowReader,
  query: MediaQuery,
): Promise<number> {
  return countRows(client, "scraped_media", filterOf(viewer, query));
}

/** Entries by their ids, in the order of the ids; what is gone is left out. */
export async function readMedia(client: DirectusClient, ids: readonly string[]): Promise<Media[]> {
  const rows = await inPieces(ids, (piece) =>
    readRows<MediaRow>(client, "scraped_media", {
      fields: mediaFields,
      filter: { id: { _in: piece } },
      limit: piece.length,
    }),
  );
  const found = new Map(rows.map((row) => [row.id, toMedia(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What was made of an entry, newest first. */
export async function listDerivedMedia(client: DirectusClient, id: string): Promise<Media[]> {
  const rows = await readRows<MediaRow>(client, "scraped_media", {
    fields: mediaFields,
    filter: { derived_from: { _eq: id }, trashed_at: { _null: true } },
    sort: newestFirst,
    limit: 50,
  });
  return rows.map(toMedia);
}

/** The files of a gallery, in order. */
export async function listMediaFiles(client: DirectusClient, id: string): Promise<MediaFile[]> {
  const rows = await readRows<{ directus_files_id: FileRow }>(client, "scraped_media_files", {
    fields: fileFields("directus_files_id"),
    filter: { scraped_media_id: { _eq: id } },
    sort: ["sort", "id"],
    limit: 50,
  });
  return rows.map(({ directus_files_id: file }) => toMediaFile(file));
}

/** A post that an entry is in. */
export type MediaUse = { postId: string; status: PostState; scheduledFor: string | null };

/** The posts that an entry is in. */
export async function listMediaUses(client: DirectusClient, id: string): Promise<MediaUse[]> {
  type PostRow = { id: string; status: PostState; scheduled_for: string | null };
  const fields = ["id", "status", "scheduled_for"];
  const [first, listed] = await Promise.all([
    readRows<PostRow>(client, "scheduled_posts", { fields, filter: { media_id: { _eq: id } } }),
    readRows<{ scheduled_posts_id: PostRow }>(client, "scheduled_posts_media", {
      fields: fields.map((field) => `scheduled_posts_id.${field}`),
      filter: { scraped_media_id: { _eq: id } },
    }),
  ]);
  const posts = new Map(
    [...first, ...listed.map((row) => row.scheduled_posts_id)].map((post) => [post.id, post]),
  );
  return [...posts.values()].map((post) => ({
    postId: post.id,
    status: post.status,
    scheduledFor: post.scheduled_for,
  }));
}

/** Puts a stored file into the library and gives the id of the entry. */
export async function createUploadedMedia(
  client: DirectusClient,
  { fileId, mime, caption }: { fileId: string; mime: string; caption: string },
): Promise<string> {
  const { id } = await client.send(
    createItem(
      "scraped_media",
      {
        media_type: mime.startsWith("video/") ? "video" : "image",
        file_id: fileId,
        ...(caption !== "" && { caption }),
      },
      { fields: ["id"] },
    ),
  );
  return id;
}

export async function updateMediaCaption(
  client: DirectusClient,
  id: string,
  caption: string,
): Promise<void> {
  await client.send(updateItem("scraped_media", id, { caption }, { fields: ["id"] }));
}

/** Says what an entry shows, in words; nothing takes it back. */
export async function updateAltText(
  client: DirectusClient,
  id: string,
  altText: string,
): Promise<void> {
  const row = { alt_text: altText === "" ? null : altText };
  await client.send(updateItem("scraped_media", id, row, { fields: ["id"] }));
}

/** Deletes an entry and its files. Copies made of it stay. */
export async function deleteMedia(client: DirectusClient, media: Media): Promise<void> {
  const listed = await listMediaFiles(client, media.id);
  const files = [...new Set([...(media.file ? [media.file] : []), ...listed].map(({ id }) => id))];
  await client.send(deleteItem("scraped_media", media.id));
  if (files.length > 0) await client.send(deleteFiles(files));
}

/** Removes a stored file that no entry uses. */
export async function deleteStoredFile(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteFiles([id]));
}

const newestFirst = ["-published_at", "-date_created", "id"];

function filterOf(viewer: RowReader, query: MediaQuery): Record<string, unknown> {
  const { search, platform, profileId, publishedFrom, currency, kind, source } = query;
  const account = {
    ...(platform && { platform: { _eq: platform } }),
    ...(profileId && { id: { _eq: profileId } }),
  };
  return {
    ...onlyOwn(viewer).filter,
    trashed_at: { _null: true },
    ...(search && { caption: { _icontains: search } }),
    ...(Object.keys(account).length > 0 && { creator_profile_id: account }),
    ...(publishedFrom && { published_at: { _gte: publishedFrom.toISOString() } }),
    ...(currency && { currency: { _eq: currency } }),
    ...(kind && { media_type: { _eq: kind } }),
    ...(source && { source: { _eq: source } }),
  };
}
