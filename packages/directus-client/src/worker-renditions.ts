import { customEndpoint, readFiles } from "@directus/sdk";
import type { MetadataKind, PreparedReport, RenditionSize } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** A stored file that is to be prepared. */
export type UnpreparedFile = { id: string; mime: string };

/** The file, while it is there and nobody has prepared it or found that it can't be; else null. */
export async function readUnprepared(
  client: DirectusClient,
  id: string,
): Promise<UnpreparedFile | null> {
  const [file] = await client.send(
    readFiles({
      fields: ["id", "type"],
      filter: {
        id: { _eq: id },
        prepared_at: { _null: true },
        preparation_problem: { _null: true },
      },
      limit: 1,
    }),
  );
  return file === undefined ? null : { id: file.id, mime: file.type ?? "" };
}

/** Puts what is left of a file in its place. The old bytes stay until all of the new ones have arrived. */
export async function replaceFile(
  client: DirectusClient,
  id: string,
  { bytes, removed }: { bytes: Blob; removed: readonly MetadataKind[] },
): Promise<void> {
  const form = new FormData();
  form.set("removed_metadata", JSON.stringify(removed));
  form.set("file", bytes, "stripped");
  await client.send(
    customEndpoint({
      method: "PUT",
      path: `/uploads/${id}`,
      headers: { "Content-Type": "multipart/form-data" },
      body: form,
    }),
  );
}

/** Keeps a small picture of a file, WebP. */
export async function keepRendition(
  client: DirectusClient,
  id: string,
  size: RenditionSize,
  bytes: Blob,
): Promise<void> {
  await client.send(
    customEndpoint({
      method: "PUT",
      path: `/renditions/${id}/${size}`,
      headers: { "Content-Type": "image/webp" },
      body: bytes as unknown as string,
    }),
  );
}

/** Says that a file is prepared, with all of its small pictures, or why it can't be. */
export async function reportPrepared(
  client: DirectusClient,
  id: string,
  report: PreparedReport,
): Promise<void> {
  await client.send(
    customEndpoint({
      method: "POST",
      path: `/renditions/${id}/prepared`,
      body: JSON.stringify(report),
    }),
  );
}
