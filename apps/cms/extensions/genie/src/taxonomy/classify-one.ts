import type { Classification, Corrections } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges } from "../directus-emitter.ts";
import { refusal } from "../refusals.ts";
import { classify, type Entry, lockEntries, writeClassified } from "./entries.ts";
import { type OwnersTaxonomy, taxonomyOf } from "./open-taxonomy.ts";

/** Which entry, whose, and who asks. */
export type EntryRequest = { id: string; owner: string; accountability: Accountability | null };

/** What is said of an entry from now on. */
export type Said = { corrections?: Corrections; proposals?: readonly string[] };

/**
 * Classifies an entry now, with what `say` makes of it: corrections or proposals that take the place of those
 * before. Throws NOT_FOUND when it is not the owner's.
 */
export async function classifyOne(
  context: Context,
  { id, owner, accountability }: EntryRequest,
  say: (entry: Entry, taxonomy: OwnersTaxonomy) => Promise<Said> = async () => ({}),
): Promise<Said & { classification: Classification }> {
  const { answer, changes } = await context.database.transaction(async (trx) => {
    const taxonomy = await taxonomyOf(trx, owner);
    const [entry] = await lockEntries(
      trx,
      "m.id = :id and m.user_id = :owner for no key update of m",
      { id, owner },
    );
    if (entry === undefined) throw refusal("NOT_FOUND", gone);
    const said = await say(entry, taxonomy);
    const [classified] = await classify(taxonomy, [{ ...entry, ...said }]);
    if (classified === undefined) throw new Error("an entry was not classified");
    const answer = { ...classified, ...said };
    return { answer, changes: await writeClassified(trx, [answer]) };
  });
  await announceChanges(context, accountability, changes);
  return answer;
}

const gone = "This is not in your library any more. Nothing was changed; load the page again.";
