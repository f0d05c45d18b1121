import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { counter, inSpan } from "@genie/telemetry";
import type { LanguageModel } from "ai";
import { explainRefusal } from "./explain-failure.ts";
import type { LlmSettings } from "./llm-variables.ts";

export type LanguageModelOptions = LlmSettings & { fetch?: typeof globalThis.fetch };

/**
 * A language model behind OpenAI's `/chat/completions` (API reference, Chat) for the functions of the AI SDK.
 * What it refuses is thrown as `AppError`; for all else that these functions throw there is
 * `explainModelError`.
 */
export function languageModel(options: LanguageModelOptions): Exclude<LanguageModel, string> {
  const { baseUrl, model, apiKey, fetch = globalThis.fetch } = options;
  const provider = createOpenAICompatible({
    name: "llm",
    baseURL: baseUrl.replace(/\/+$/, ""),
    ...(apiKey !== undefined && { apiKey }),
    supportsStructuredOutputs: true,
    // Some servers stream unless they are told not to.
    transformRequestBody: (body) => ({ stream: false, ...body }),
    fetch: (input, init) =>
      counted(async () => {
        // A redirect would take the words to another host.
        const answer = await fetch(input, { ...init, redirect: "error" });
        // Before the SDK reads it: the body may repeat the request, and an error would keep both.
        if (!answer.ok) throw await explainRefusal(answer, model);
        return answer;
      }),
  });
  return provider.languageModel(model);
}

/** For every call of the AI SDK: who asks tries again, and nothing is told to anybody. */
export const quietly = { maxRetries: 0, telemetry: { isEnabled: false } } as const;

const calls = counter({
  name: "genie_llm_calls_total",
  help: "Calls of the language model, by whether it answered",
  labels: ["result"],
});

/** A call and what came of it, without a word of it. */
async function counted(call: () => Promise<Response>): Promise<Response> {
  try {
    const answer = await inSpan("ask the language model", { kind: "client" }, call);
    calls.inc({ result: "answered" });
    return answer;
  } catch (error) {
    calls.inc({ result: "failed" });
    throw error;
  }
}
