import { mediaOptions, pictureOf } from "@genie/schema";
import type { Knex } from "knex";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { optionProblems } from "../option-problems.ts";
import { requireOwner } from "../own-rows/references.ts";
import { refusal } from "../refusals.ts";

const collectionName = "media_presets";

/**
 * A preset has options that a job of its kind takes. A picture in them is its owner's, and stands in a column of its own
 * as well, so that the database knows where it is used.
 */
export const validatePresets: Hook = ({ filter }) => {
  filter<Payload>("items.create", async (payload, { collection }, { accountability, database }) => {
    if (!applies(collection, accountability)) return payload;
    const options = checkedOptions(payload["job_type"], payload["options"]);
    const owner = payload["user_id"] ?? accountability?.user ?? null;
    return { ...payload, options, ...(await ownPicture(database, options, owner)) };
  });

  filter<Payload>("items.update", async (payload, meta, { accountability, database }) => {
    const { collection, keys = [] } = meta;
    if (!applies(collection, accountability)) return payload;
    const { watermark_file_id: _ours, ...written } = payload;
    if (!("options" in written) && !("job_type" in written)) return written;
    const owner = ownerSeenBy(accountability);
    const rows = await database(collectionName)
      .whereIn("id", [...keys])
      .andWhere(owner === null ? {} : { user_id: owner })
      .select<Row[]>("user_id", "job_type", "options");
    let changed = written;
    for (const { user_id: user, ...row } of rows) {
      const { job_type: kind, options } = { ...row, ...written };
      const checked = checkedOptions(kind, options);
      const picture = await ownPicture(database, checked, user);
      if ("options" in written) changed = { ...written, options: checked, ...picture };
    }
    return changed;
  });
};

type Row = { user_id: string; job_type: string; options: unknown };

const applies = (collection: string, accountability: Accountability | null) =>
  collection === collectionName && callerOf(accountability) !== "system";

function checkedOptions(kind: unknown, options: unknown): Record<string, unknown> {
  // Directus refuses a kind that there is not.
  const type = Object.entries(mediaOptions).find(([name]) => name === kind)?.[1];
  if (!type) throw unsaved("Choose what kind of work the preset is for.");
  const parsed = type.safeParse(options ?? {});
  if (!parsed.success) throw unsaved(optionProblems(parsed.error));
  return parsed.data;
}

async function ownPicture(
  database: Knex,
  options: Record<string, unknown>,
  owner: unknown,
): Promise<{ watermark_file_id: string | null }> {
  const id = pictureOf(options);
  if (id !== null) {
    const file = { field: "image_file_id", collection: "directus_files", id };
    await requireOwner(database, [file], typeof owner === "string" ? owner : null);
  }
  return { watermark_file_id: id };
}

const unsaved = (sentence: string) => refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`);
