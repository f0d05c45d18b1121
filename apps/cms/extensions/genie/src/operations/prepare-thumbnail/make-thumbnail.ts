import { setTimeout as wait } from "node:timers/promises";
import { isDirectusError } from "@directus/errors";
import type { Context } from "../../directus.ts";

const mostTries = 10;
const pauseMs = 1000;

/** Makes the small picture that tiles ask for; false when the file is gone or no picture. Throws when it can't be made. */
export async function makeThumbnail(
  { database, getSchema, services }: Pick<Context, "database" | "getSchema" | "services">,
  id: string,
): Promise<boolean> {
  const file = await database("directus_files")
    .where({ id })
    .first<{ type: string | null }>("type");
  if (!file?.type?.startsWith("image/")) return false;
  const assets = new services.AssetsService({
    schema: await getSchema(),
    knex: database,
    accountability: null,
  });
  const transformationParams = await thumbnailPreset(database);
  for (let tries = 1; ; tries += 1) {
    try {
      // The stream stays unopened: only that the picture lies on the disk afterwards counts.
      await assets.getAsset(id, { transformationParams }, undefined, true);
      return true;
    } catch (error) {
      const isBusy = isDirectusError(error, "SERVICE_UNAVAILABLE");
      if (!isBusy || tries === mostTries) throw error;
      await wait(pauseMs);
    }
  }
}

/** As the settings have it: one that differed by anything would be another picture. */
async function thumbnailPreset(database: Context["database"]): Promise<object> {
  const row = await database("directus_settings").first<
    { presets: { key: string }[] | string | null } | undefined
  >({ presets: "storage_asset_presets" });
  const presets = typeof row?.presets === "string" ? JSON.parse(row.presets) : row?.presets;
  const preset = presets?.find(({ key }: { key: string }) => key === "thumbnail");
  if (!preset) throw new Error("The settings have no preset for thumbnails.");
  return preset;
}
