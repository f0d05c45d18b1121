import type { TextReplaceAnswer, TextReplaceRequest } from "@genie/schema";
import { changeWhole } from "../change-whole.ts";
import type { Accountability, Context } from "../directus.ts";

/**
 * Writes a text where the one it began from still is, by the caller's own rights and as one step: of
 * two that began from the same, one is written. Answers what stands there afterwards.
 */
export async function replaceText(
  context: Context,
  accountability: Accountability,
  { collection, field, id, text, before }: TextReplaceRequest,
): Promise<TextReplaceAnswer> {
  return changeWhole({ context, accountability, collection }, async (service, options, trx) => {
    // Refuses what is not hers before anything of it is looked at.
    await service.readOne(id, { fields: [field] });
    const row = await trx(collection)
      .where({ id })
      .forNoKeyUpdate()
      .first<Record<string, string | null> | undefined>(field);
    const stored = row?.[field] ?? null;
    const wanted = kept(text);
    // An answer that was lost is asked for again.
    if (stored === wanted) return { replaced: true, stored: stored ?? "" };
    if (kept(stored ?? "") !== kept(before)) return { replaced: false, stored: stored ?? "" };
    await service.updateOne(id, { [field]: wanted }, options);
    return { replaced: true, stored: wanted ?? "" };
  });
}

/** Nothing but spaces is no text. */
const kept = (text: string) => (text.trim() === "" ? null : text);
