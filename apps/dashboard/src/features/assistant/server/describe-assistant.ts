import type { AssistantState } from "@genie/assistant";
import { hostElsewhere, readLlmSettings } from "@genie/llm";
import { env } from "#env";
import { answerForError } from "#features/http/json-error.ts";
import { requireToken } from "./require-token.ts";

/** Which language model there is to talk to, and where what is said to it goes, for who is signed in. */
export async function describeAssistant(): Promise<Response> {
  try {
    await requireToken();
    const settings = readLlmSettings(env());
    const data: AssistantState = {
      model: settings?.model ?? null,
      host: settings === null ? null : hostElsewhere(settings.baseUrl),
    };
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return answerForError(error);
  }
}
