import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { show } from "../rows/preview-lines.ts";

export const classify = defineStep({
  name: "classify",
  description:
    "Places an entry of the library in the six concepts, and keeps that. Answers {media_id, concepts, tags}.",
  input: z.strictObject({ media_id: z.uuid() }),
  output: z.object({ media_id: z.uuid(), concepts: z.unknown(), tags: z.unknown() }),
  effect: "write",
  timeoutMs: 20_000,
  outlivesStop: true,
  run: async ({ media_id }, { tools }) => {
    const { concepts, tags } = await tools.classify(media_id);
    return { media_id, concepts, tags };
  },
  preview: async ({ media_id }, { tools }) => {
    const { caption } = await tools.rows("scraped_media").readOne(media_id, ["id", "caption"]);
    return [
      { label: "Entry of the library", value: show(caption) || media_id },
      { label: "Concepts and tags", value: "They are found anew; what you corrected stays." },
    ];
  },
});
