import { customEndpoint } from "@directus/sdk";
import { AppError } from "@genie/errors";
import { mostBatchSteps, PublishBatchAnswer, type PublishStep } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { translateError } from "./translate-error.ts";

/** Takes a step of publishing; answers and throws as a request of its own would. */
export type PublishSteps = (step: PublishStep, body: object) => Promise<unknown>;

type Waiting = {
  step: PublishStep;
  body: object;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};

/** So many that a step which waits for a lock does not hold up all others. */
const requestsAtOnce = 4;

/**
 * Steps go out at once, each in a request of its own, while few are under way. Under load they gather
 * meanwhile and go out together, so that more posts cost less each and none waits for company.
 */
export function publishSteps(client: DirectusClient): PublishSteps {
  const waiting: Waiting[] = [];
  let underWay = 0;

  async function sendNext(): Promise<void> {
    if (underWay >= requestsAtOnce || waiting.length === 0) return;
    const steps = waiting.splice(0, mostBatchSteps);
    underWay += 1;
    try {
      await sendTogether(client, steps);
    } finally {
      underWay -= 1;
      void sendNext();
    }
  }

  return (step, body) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.push({ step, body, resolve, reject });
    void sendNext();
    return promise;
  };
}

async function sendTogether(client: DirectusClient, steps: readonly Waiting[]): Promise<void> {
  try {
    const body = JSON.stringify({
      steps: steps.map(({ step, body: own }) => ({ step, body: own })),
    });
    const { results } = PublishBatchAnswer.parse(
      await client.send(customEndpoint({ method: "POST", path: "/publishing/batch", body })),
    );
    for (const [index, { resolve, reject }] of steps.entries()) {
      const result = results[index];
      if (result && "answer" in result) resolve(result.answer);
      else reject(refusalOf(result));
    }
  } catch (error) {
    for (const { reject } of steps) reject(error);
  }
}

function refusalOf(
  refusal: { status: number; code: string; message: string } | undefined,
): AppError {
  const { status, code, message } = refusal ?? { status: 500, code: "", message: "" };
  const response = new Response(null, { status });
  return translateError({ response, errors: [{ message, extensions: { code } }] });
}
