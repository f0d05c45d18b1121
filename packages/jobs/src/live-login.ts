import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Opens a browser in which the person that the `hitl_sessions` row names can sign in by hand. */
export const liveLogin = defineJob({
  name: "live-login",
  queue: "people",
  payload: z.strictObject({ hitlSessionId: z.uuid() }),
  attempts: 1,
  dedupeId: ({ hitlSessionId }) => hitlSessionId,
});
