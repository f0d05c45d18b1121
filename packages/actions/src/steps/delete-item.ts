import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { collectionsFor } from "../rows/creators-rights.ts";
import { Id, RowRef } from "../rows/inputs.ts";
import { lineOfDependents } from "../rows/line-of-dependents.ts";
import { linesOfLinked, readLink } from "../rows/post-lines.ts";
import { sayRow, tellingFields } from "../rows/preview-lines.ts";

export const deleteItem = defineStep({
  name: "delete-item",
  description: "Deletes a row for good. Answers {collection, id}.",
  input: z.strictObject({ collection: z.enum(collectionsFor("delete")), id: Id }),
  output: RowRef,
  effect: "delete",
  timeoutMs: 15_000,
  run: async ({ collection, id }, { tools }) => {
    await tools.rows(collection).delete(id);
    return { collection, id };
  },
  preview: async ({ collection, id }, context) => {
    const { tools } = context;
    const row = await tools.rows(collection).readOne(id, tellingFields(collection));
    return [
      sayRow(collection, row),
      ...(collection === "scheduled_posts_media"
        ? await linesOfLinked(await readLink(id, tools), context)
        : []),
      ...(await lineOfDependents(collection, id, tools)),
      { label: "Afterwards", value: "It is gone for good." },
    ];
  },
});
