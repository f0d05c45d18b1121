import { z } from "zod";

/** Steps that go together in one request; what each takes and answers is in `publishing.ts`. */
export const PublishStep = z.enum(["claim", "renew", "intent", "outcome"]);
export type PublishStep = z.infer<typeof PublishStep>;

/** The most steps that one request may carry. */
export const mostBatchSteps = 32;

export const PublishBatch = z.strictObject({
  steps: z
    .array(z.strictObject({ step: PublishStep, body: z.unknown() }))
    .min(1)
    .max(mostBatchSteps),
});
export type PublishBatch = z.infer<typeof PublishBatch>;

/** What became of each step, in their order: its answer, or what the step alone would have been refused with. */
export const PublishBatchAnswer = z.object({
  results: z.array(
    z.union([
      z.object({ answer: z.unknown() }),
      z.object({ status: z.int(), code: z.string(), message: z.string() }),
    ]),
  ),
});
export type PublishBatchAnswer = z.infer<typeof PublishBatchAnswer>;
