import type { Handlers } from "@genie/jobs";
import type { ClassifyDueAnswer } from "@genie/schema";

/** So that a large library keeps nobody else waiting for long. */
const batchesInARow = 10;

type ClassifyServices = { classifyDue: (ownerId: string) => Promise<ClassifyDueAnswer> };

/**
 * Has what is due of an owner's library classified, a batch after the other. What is done stays done, so a
 * run that was cut off is gone on with; after some batches it is the turn of others.
 */
export function classifyLibraryHandler({
  classifyDue,
}: ClassifyServices): Handlers["classify-library"] {
  return async ({ payload: { ownerId }, signal, delayUntil }) => {
    for (let batch = 0; batch < batchesInARow; batch += 1) {
      if (signal.aborted) break;
      const { more } = await classifyDue(ownerId);
      if (!more) return;
    }
    delayUntil(new Date());
  };
}
