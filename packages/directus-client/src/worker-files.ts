import { customEndpoint, deleteFiles, readAssetRaw, readFiles, readItems } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";

/** The bytes of a stored file, as they were uploaded. */
export async function openFile(
  client: DirectusClient,
  id: string,
): Promise<ReadableStream<Uint8Array>> {
  return client.send(readAssetRaw(id));
}

/** A file to store; by its title, which is its name unless another is given, it is found again. */
export type NewFile = { ownerId: string; name: string; title?: string; bytes: Blob };

/** Stores a file for its owner; the gate looks at its bytes and refuses what is no picture or video. */
export async function uploadFile(
  client: DirectusClient,
  { ownerId, name, title = name, bytes }: NewFile,
): Promise<string> {
  const form = new FormData();
  form.set("owner", ownerId);
  form.set("title", title);
  form.set("file", bytes, name);
  const { id } = await client.send(
    customEndpoint<{ id: string }>({
      method: "POST",
      path: "/uploads",
      headers: { "Content-Type": "multipart/form-data" },
      body: form,
    }),
  );
  return id;
}

/**
 * Stored files of an owner under these titles that no entry of the library has, by their title: what
 * work that was cut off has left behind. Only whole ones.
 */
export async function findUnusedFiles(
  client: DirectusClient,
  ownerId: string,
  titles: readonly string[],
): Promise<Map<string, string>> {
  if (titles.length === 0) return new Map();
  const found = await client.send(
    readFiles({
      fields: ["id", "title"],
      filter: {
        owner: { _eq: ownerId },
        title: { _in: [...titles] },
        filesize: { _nnull: true },
      },
      limit: -1,
    }),
  );
  const used = await usedFiles(
    client,
    found.map(({ id }) => id),
  );
  const unused = found.filter(({ id }) => !used.has(id));
  return new Map(unused.map(({ id, title }) => [title ?? "", id]));
}

/** Deletes those of these files that no entry of the library has. */
export async function deleteUnusedFiles(
  client: DirectusClient,
  ids: readonly string[],
): Promise<void> {
  const used = await usedFiles(client, ids);
  const unused = ids.filter((id) => !used.has(id));
  if (unused.length > 0) await client.send(deleteFiles(unused));
}

/** Galleries list their files; what a person has uploaded is named by its entry alone. */
async function usedFiles(client: DirectusClient, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [listed, named] = await Promise.all([
    client.send(
      readItems("scraped_media_files", {
        fields: ["directus_files_id"],
        filter: { directus_files_id: { _in: [...ids] } },
        limit: -1,
      }),
    ),
    client.send(
      readItems("scraped_media", {
        fields: ["file_id"],
        filter: { file_id: { _in: [...ids] } },
        limit: -1,
      }),
    ),
  ]);
  return new Set([
    ...listed.map((row) => row.directus_files_id),
    ...named.flatMap((row) => row.file_id ?? []),
  ]);
}
