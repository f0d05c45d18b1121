import type { AssistantState } from "@genie/assistant";
import { readLlmSettings } from "@genie/llm";
import { env } from "#env";
import { answerForError } from "#features/http/json-error.ts";
import { requireToken } from "./require-token.ts";

/** Which language model there is to talk to, for who is signed in. */
export async function describeAssistant(): Promise<Response> {
  try {
    await requireToken();
    const data: AssistantState = { model: readLlmSettings(env())?.model ?? null };
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerForError(error);
  }
}
