import { customEndpoint } from "@directus/sdk";
import type { ActionRequest, ActionStep, ConfirmationRequest } from "@genie/schema";
import { type ActionOutcome, readActionStream } from "./action-stream.ts";
import type { DirectusClient } from "./create-directus-client.ts";

/** For who waits for a run: its steps as they change, and a way to call it off. */
export type RunWatch = { onStep?: (step: ActionStep) => void; signal?: AbortSignal };

/**
 * Runs a flow by its slug, or a tool as `tools/<name>`. What the flow itself refuses is an outcome;
 * throws what keeps it from starting, and `upstream_unavailable` when nobody knows how it ended.
 */
export async function runAction(
  client: DirectusClient,
  path: string,
  request: ActionRequest,
  watch: RunWatch = {},
): Promise<ActionOutcome> {
  return send(client, path, request, watch);
}

/**
 * Says yes or no to what waits. On yes it runs, as `runAction` does; `null` on no. Throws `conflict`
 * when it is too late, was answered, or what was shown is not what would happen any more.
 */
export async function answerConfirmation(
  client: DirectusClient,
  id: string,
  answer: ConfirmationRequest["answer"],
  watch: RunWatch = {},
): Promise<ActionOutcome | null> {
  const outcome = await send(client, `confirmations/${id}`, { answer }, watch);
  return answer === "decline" ? null : outcome;
}

async function send(
  client: DirectusClient,
  path: string,
  body: ActionRequest | ConfirmationRequest,
  { onStep = () => {}, signal }: RunWatch,
): Promise<ActionOutcome> {
  // The SDK hands on an answer whose type it does not know, which a stream is.
  const answer = await client.send(
    customEndpoint<ActionOutcome | Response>({
      method: "POST",
      path: `/actions/${path}`,
      body: JSON.stringify(body),
      headers: { accept: "text/event-stream" },
      ...(signal && { onRequest: (init) => ({ ...init, signal }) }),
    }),
  );
  return answer instanceof Response ? readActionStream(answer.body, onStep) : answer;
}
