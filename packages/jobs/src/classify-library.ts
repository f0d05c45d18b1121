import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Classifies what of an owner's library is due. Which entries that are, their rows say. */
export const classifyLibrary = defineJob({
  name: "classify-library",
  queue: "classify",
  payload: z.strictObject({ ownerId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ ownerId }) => ownerId,
  onceMore: true,
});
