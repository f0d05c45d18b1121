import { z } from "zod";
import { findReading } from "../../reading/readings.ts";
import { sentenceOf, stepFailure } from "../../reading/step-failure.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Ends the browser of a flow; one that has ended is fine. With a `failure`, which is what a step before
 * it threw, the account says so, and the flow ends with that sentence.
 */
export const stagehandClose = defineOperation({
  id: "stagehand_close",
  options: z.strictObject({ session: z.string(), failure: z.unknown().optional() }),
  run: async ({ session, failure }) => {
    const reading = findReading(session);
    const hasFailed = failure !== undefined && failure !== null && failure !== "";
    await reading?.end(hasFailed ? sentenceOf(failure) : null);
    if (hasFailed) throw stepFailure(failure);
    return { closed: reading !== undefined };
  },
});
