import { z } from "zod";
import { defineStep, type PreviewLine, type StepContext } from "../define-step.ts";
import { collectionsFor, fieldsFor } from "../rows/creators-rights.ts";
import { effectOfUpdate, restingStates } from "../rows/effect-of-write.ts";
import { checkData, Id, Row, RowRef } from "../rows/inputs.ts";
import { isSent } from "../rows/is-sent.ts";
import {
  holdsOf,
  isPlanned,
  linesOfLinked,
  linesOfPost,
  readLink,
  readPost,
} from "../rows/post-lines.ts";
import { linesOfChange, sayRow, tellingFields } from "../rows/preview-lines.ts";
import type { Row as AnyRow } from "../step-tools.ts";

export const updateItem = defineStep({
  name: "update-item",
  description: "Changes fields of a row. Answers {collection, id}.",
  input: z
    .strictObject({ collection: z.enum(collectionsFor("update")), id: Id, data: Row })
    .check(checkData("update")),
  output: RowRef,
  effect: { looksAt: ["collection", "data"], of: effectOfUpdate, atMost: "connect" },
  timeoutMs: 15_000,
  run: async ({ collection, id, data }, { tools, shown }) => {
    await tools.rows(collection).update(id, data, shown);
    return { collection, id };
  },
  preview: async ({ collection, id, data }, context) => {
    const readable = fieldsFor("read", collection);
    const fields = [...tellingFields(collection), ...Object.keys(data)];
    const before = await context.tools.rows(collection).readOne(
      id,
      fields.filter((field) => readable.includes(field)),
    );
    return [
      sayRow(collection, before),
      ...(await linesOfChange({ collection, data, before }, context)),
      ...(collection === "scheduled_posts_media"
        ? await linesOfLinked(await readLink(id, context.tools), context)
        : []),
      ...(collection === "scheduled_posts" ? await restOfPost(id, data, context) : []),
    ];
  },
  holds: async ({ collection, id }, { tools }) =>
    collection === "scheduled_posts" ? holdsOf(await readPost(id, tools)) : null,
  // Words of a draft go nowhere; the same words of a planned post go out with it.
  effectNow: async ({ collection, id, data }, { tools }) => {
    const effect = effectOfUpdate({ collection, data });
    if (effect !== "publish") return effect;
    if (collection === "scraped_media") return (await isSent(id, tools)) ? effect : "write";
    if (collection !== "scheduled_posts" || data["status"] !== undefined) return effect;
    const { status } = await tools.rows(collection).readOne(id, ["status"]);
    return restingStates.has(String(status)) ? "write" : effect;
  },
});

/** What a post that goes out sends beside what changes; of one that rests nothing. */
async function restOfPost(id: string, data: AnyRow, context: StepContext): Promise<PreviewLine[]> {
  const after = { ...(await readPost(id, context.tools)), ...data };
  return isPlanned(after) ? linesOfPost(after, Object.keys(data), context) : [];
}
