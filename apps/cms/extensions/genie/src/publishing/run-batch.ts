import { isDirectusError } from "@directus/errors";
import type { PublishBatch, PublishBatchAnswer, PublishStep } from "@genie/schema";
import type { Context } from "../directus.ts";
import { explainDatabaseError } from "../explain-errors/explain-database-error.ts";

type Result = PublishBatchAnswer["results"][number];
type Step = PublishBatch["steps"][number];

const atOnce = 4;

/** Takes steps in their order, a few at once. Each is all or nothing for itself; none ends the others. */
export async function runBatch(
  { logger }: Pick<Context, "logger">,
  { steps }: PublishBatch,
  take: (step: PublishStep, body: unknown) => Promise<unknown>,
): Promise<PublishBatchAnswer> {
  const results: Result[] = [];
  const queue = steps.entries();
  async function takeInTurn(): Promise<void> {
    for (const [index, { step, body }] of queue) results[index] = await resultOf({ step, body });
  }
  async function resultOf({ step, body }: Step): Promise<Result> {
    try {
      return { answer: await take(step, body) };
    } catch (thrown) {
      const error = explainDatabaseError(thrown);
      if (isDirectusError(error)) {
        const { status, code, message } = error;
        return { status, code, message };
      }
      logger.warn({ err: error, step }, "a publishing step failed");
      return { status: 500, code: "INTERNAL_SERVER_ERROR", message: "" };
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeInTurn));
  return { results };
}
