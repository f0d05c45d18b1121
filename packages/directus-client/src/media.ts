import { createItem, deleteFiles } from "@directus/sdk";
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
import { readRows } from "./read-rows.ts";

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

/** What was made of an entry and is not in the bin, newest first. */
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

/** Removes a stored file that no entry uses. */
export async function deleteStoredFile(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteFiles([id]));
}

const newestFirst = ["-published_at", "-date_created", "id"];
