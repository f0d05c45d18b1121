import { mediaOptions } from "@genie/schema";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { optionProblems } from "../option-problems.ts";
import { refusal } from "../refusals.ts";

const collectionName = "media_presets";

/** A preset has options that a job of its kind takes. */
export const validatePresets: Hook = ({ filter }) => {
  filter<Payload>("items.create", (payload, { collection }, { accountability }) =>
    applies(collection, accountability)
      ? { ...payload, options: checkedOptions(payload["job_type"], payload["options"]) }
      : payload,
  );

  filter<Payload>("items.update", async (payload, meta, { accountability, database }) => {
    const { collection, keys = [] } = meta;
    const isTouched = "options" in payload || "job_type" in payload;
    if (!applies(collection, accountability) || !isTouched) return payload;
    const owner = ownerSeenBy(accountability);
    const rows = await database(collectionName)
      .whereIn("id", [...keys])
      .andWhere(owner === null ? {} : { user_id: owner })
      .select<{ job_type: string; options: unknown }[]>("job_type", "options");
    const checked = rows.map((row) => {
      const { job_type, options } = { ...row, ...payload };
      return checkedOptions(job_type, options);
    });
    return "options" in payload && checked[0] ? { ...payload, options: checked[0] } : payload;
  });
};

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

const unsaved = (sentence: string) => refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`);
