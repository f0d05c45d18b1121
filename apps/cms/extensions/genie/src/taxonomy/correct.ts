import type { CorrectAnswer, Corrections } from "@genie/schema";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { classifyOne, type EntryRequest } from "./classify-one.ts";
import type { OwnersTaxonomy } from "./open-taxonomy.ts";

/**
 * Puts these corrections in the place of those before, and classifies the entry with them. A tag that is added
 * has to be one of the data set, one of her own, or one that she had added before.
 */
export async function correctEntry(
  context: Context,
  request: EntryRequest,
  corrections: Corrections,
): Promise<CorrectAnswer> {
  let kept = corrections;
  const { classification } = await classifyOne(context, request, async (entry, taxonomy) => {
    const names = await namesOf(corrections.added, taxonomy);
    const known = corrections.added.map(
      (tag, at) => names[at] ?? entry.corrections.added.find((added) => added === tag),
    );
    const unknown = corrections.added.find((_tag, at) => known[at] === undefined);
    if (unknown !== undefined) throw noTag(unknown);
    const added = [...new Set(known.flatMap((tag) => tag ?? []))];
    const removed = [...new Set(corrections.removed)].filter((tag) => !added.includes(tag));
    kept = { ...corrections, added, removed };
    return { corrections: kept };
  });
  return { classification, corrections: kept };
}

/** What tags are called: her own names first. */
async function namesOf(
  tags: readonly string[],
  { ask, own }: OwnersTaxonomy,
): Promise<(string | null | undefined)[]> {
  const resolved = await ask("resolve", tags);
  return tags.map((tag, at) => {
    const name = tag.trim().toLowerCase();
    return own.find((each) => each.tag === name)?.tag ?? resolved[at];
  });
}

const noTag = (tag: string) =>
  refusal(
    "INVALID_PAYLOAD",
    `"${tag}" is none of the tags that are known here, and none of your own. Nothing was changed; make it a tag of your own first, or choose another.`,
  );
