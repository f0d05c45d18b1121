import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a stored file ready: its small pictures, and nothing in it that cameras and programs have written. */
export const prepareFile = defineJob({
  name: "prepare-file",
  queue: "prepare",
  payload: z.strictObject({ fileId: z.uuid() }),
  attempts: 4,
  dedupeId: ({ fileId }) => fileId,
});
