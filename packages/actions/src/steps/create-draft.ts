import { contentRatings } from "@genie/schema";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { linesOfNew } from "../rows/preview-lines.ts";

const Input = z.strictObject({
  creator_profile_id: z.uuid(),
  caption: z.string().max(20_000),
  media_id: z.uuid().optional(),
  rating: z.enum(contentRatings).optional(),
});

export const createDraft = defineStep({
  name: "create-draft",
  description: "Saves a draft of a post. Nothing is sent. Answers {scheduled_post_id}.",
  input: Input,
  output: z.strictObject({ scheduled_post_id: z.uuid() }),
  effect: "write",
  timeoutMs: 15_000,
  run: async ({ media_id, ...draft }, { tools }) => ({
    scheduled_post_id: await tools.rows("scheduled_posts").create({
      ...draft,
      // As the composer saves it: the first of the list stands in the row too.
      ...(media_id && { media_id, media: [{ scraped_media_id: media_id, sort: 1 }] }),
      status: "draft",
    }),
  }),
  preview: async (draft, context) => [
    { label: "New", value: "Draft of a post" },
    ...(await linesOfNew("scheduled_posts", draft, context)),
  ],
});
