import { AppError, type ErrorCode, httpStatus } from "@genie/errors";
import { z } from "zod";
import type { ChatChunk } from "./add-chunk.ts";
import type { ChatMessage } from "./chat-message.ts";
import { readChunks } from "./read-chunks.ts";
import { sentMessages } from "./sent-messages.ts";

const path = "/api/assistant";

const Refusal = z.object({
  error: z.object({
    code: z.custom<ErrorCode>(
      (code) => typeof code === "string" && Object.hasOwn(httpStatus, code),
    ),
    message: z.string(),
  }),
});

/** Asks for the answer to the latest messages, piece by piece. Throws `AppError` when it is refused. */
export async function* askAssistant(
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): AsyncGenerator<ChatChunk> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages: sentMessages(messages) }),
    signal,
  });
  if (!response.ok || response.body === null) throw await refusalOf(response);
  yield* readChunks(response.body);
}

async function refusalOf(response: Response): Promise<Error> {
  const { data } = Refusal.safeParse(await response.json().catch(() => undefined));
  return data === undefined
    ? new Error(`unexpected status ${response.status}`)
    : new AppError(data.error.code, data.error.message);
}
