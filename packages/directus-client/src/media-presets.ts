import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { MediaWork } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** What a creator keeps of how a kind of work is to be done. */
export type MediaPresetPlan = {
  name: string;
  work: MediaWork;
  /** As a job of that kind takes them. */
  options: Record<string, unknown>;
};
export type MediaPreset = MediaPresetPlan & {
  id: string;
  /** It is what the work starts from; one of each kind at most. */
  isDefault: boolean;
};

/** The caller's presets by kind and name. */
export async function listMediaPresets(
  client: DirectusClient,
  viewer: RowReader,
): Promise<MediaPreset[]> {
  const rows = await client.send(
    readItems("media_presets", {
      fields: ["id", "name", "job_type", "options", "is_default"],
      sort: ["job_type", "name"],
      limit: -1,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    work: row.job_type,
    options: row.options,
    isDefault: row.is_default,
  }));
}

/** Keeps a preset and gives its id. Throws `conflict` when there is one of that kind and name. */
export async function createMediaPreset(
  client: DirectusClient,
  { name, work, options }: MediaPresetPlan,
): Promise<string> {
  const row = { name, job_type: work, options };
  const { id } = await client.send(createItem("media_presets", row, { fields: ["id"] }));
  return id;
}

/** Puts other options into a preset. */
export async function overwriteMediaPreset(
  client: DirectusClient,
  id: string,
  options: Record<string, unknown>,
): Promise<void> {
  await client.send(updateItem("media_presets", id, { options }, { fields: ["id"] }));
}

/** Throws `conflict` when there is another one of that kind and name. */
export async function renameMediaPreset(
  client: DirectusClient,
  id: string,
  name: string,
): Promise<void> {
  await client.send(updateItem("media_presets", id, { name }, { fields: ["id"] }));
}

export async function deleteMediaPreset(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("media_presets", id));
}

/** Makes a preset the one that its kind of work starts from, in the place of any other, or not any more. */
export async function setDefaultPreset(
  client: DirectusClient,
  id: string,
  isDefault: boolean,
): Promise<void> {
  await client.send(updateItem("media_presets", id, { is_default: isDefault }, { fields: ["id"] }));
}
