import { AssistantRequest } from "@genie/assistant";
import { converse } from "@genie/assistant/converse";
import { openHouse } from "@genie/assistant/house";
import { readViewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { languageModel, readLlmSettings } from "@genie/llm";
import { env } from "#env";
import { jsonError } from "#features/http/json-error.ts";
import { isSignedOut } from "#features/session/is-signed-out.ts";
import { directusAs, onBehalfOf } from "#features/session/server-directus.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { limitQuestions } from "./limit-questions.ts";
import { requireToken } from "./require-token.ts";
import { streamAnswer } from "./stream-answer.ts";

/** Of a conversation with all that was answered in it. */
export const longestConversationBytes = 1024 * 1024;

/** Answers a person's question as a stream of messages of the AI SDK, with her own rights. */
export async function answerQuestion(body: unknown, request: Request): Promise<Response> {
  const { requests } = messagesFor(defaultLocale);
  const asked = AssistantRequest.safeParse(body);
  if (!asked.success)
    return jsonError({ code: "invalid_input", message: requests.unexpectedFields });
  const { messages } = asked.data;
  if (messages.at(-1)?.role !== "user") {
    return jsonError({ code: "invalid_input", message: requests.noQuestion });
  }
  const settings = readLlmSettings(env());
  if (settings === null) {
    return jsonError({ code: "misconfigured", message: requests.noModel }, { status: 503 });
  }
  const token = await requireToken();
  const address = request.headers.get("x-forwarded-for");
  await limitQuestions(await whoAsks(token, address));
  const house = openHouse({
    url: env().DIRECTUS_URL,
    token,
    headers: onBehalfOf(address),
    signal: request.signal,
  });
  return streamAnswer(
    converse({ messages, model: languageModel(settings), house, signal: request.signal }),
  );
}

/** Throws `unauthenticated` when the session has ended. */
async function whoAsks(token: string, address: string | null): Promise<string> {
  try {
    return (await readViewer(directusAs(token, address))).id;
  } catch (cause) {
    if (!isSignedOut(cause)) throw cause;
    throw new AppError("unauthenticated", messagesFor(defaultLocale).requests.signedOut, { cause });
  }
}
