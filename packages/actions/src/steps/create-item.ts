import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { collectionsFor } from "../rows/creators-rights.ts";
import { effectOfCreate } from "../rows/effect-of-write.ts";
import { checkData, Row, RowRef } from "../rows/inputs.ts";
import { linesOfLinked, linesOfPost } from "../rows/post-lines.ts";
import { linesOfNew, nounOf } from "../rows/preview-lines.ts";

export const createItem = defineStep({
  name: "create-item",
  description: "Makes a row of a collection. Answers {collection, id}.",
  input: z
    .strictObject({ collection: z.enum(collectionsFor("create")), data: Row })
    .check(checkData("create")),
  output: RowRef,
  effect: { looksAt: ["collection", "data"], of: effectOfCreate, atMost: "connect" },
  timeoutMs: 15_000,
  run: async ({ collection, data }, { tools }) => ({
    collection,
    id: await tools.rows(collection).create(data),
  }),
  preview: async ({ collection, data }, context) => [
    { label: "New", value: nounOf(collection) },
    ...(await linesOfNew(collection, data, context)),
    ...(collection === "scheduled_posts" && data["status"] === "pending"
      ? await linesOfPost(data, Object.keys(data), context)
      : []),
    ...(collection === "scheduled_posts_media" ? await linesOfLinked(data, context) : []),
  ],
});
