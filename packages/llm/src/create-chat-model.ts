import { AppError } from "@genie/errors";
import { generateText, type JSONSchema7, Output } from "ai";
import { explainModelError, unusable } from "./explain-failure.ts";
import { languageModel, type LanguageModelOptions, quietly } from "./language-model.ts";

export type ChatModelOptions = LanguageModelOptions & {
  /** How long the model may take for an answer. */
  timeoutMs?: number;
};

export type Question = {
  system?: string | undefined;
  messages: readonly { role: "user" | "assistant"; text: string }[];
  /** The answer is to be JSON of this schema (draft 2020-12). */
  json?: { name: string; schema: unknown };
};

/** `value` is the parsed JSON, undefined when none was asked for. Tokens are 0 where the server does not count. */
export type Answer = { text: string; value: unknown; inputTokens: number; outputTokens: number };

export type ChatModel = {
  /**
   * Asks once. Throws `upstream_unavailable` when the model is away, slow or answers with nonsense,
   * `rate_limited` with the pause that it wants, `misconfigured` when it refuses the key, the name of
   * the model or the request.
   */
  ask: (question: Question, signal?: AbortSignal) => Promise<Answer>;
};

const usualTimeoutMs = 60_000;

/** A language model that is asked one question at a time. */
export function createChatModel(options: ChatModelOptions): ChatModel {
  const { timeoutMs = usualTimeoutMs } = options;
  const model = languageModel(options);
  return {
    async ask({ system, messages, json }, signal) {
      const patience = AbortSignal.timeout(timeoutMs);
      try {
        const { text, finishReason, usage } = await generateText({
          ...quietly,
          model,
          ...(system !== undefined && { instructions: system }),
          messages: messages.map(({ role, text: content }) => ({ role, content })),
          ...(json && { output: asJson(json) }),
          abortSignal: signal ? AbortSignal.any([signal, patience]) : patience,
        });
        const value = json && parseJson(unfenced(text));
        if (text === "" || finishReason === "length" || (json && value === undefined)) {
          throw unusable();
        }
        const { inputTokens = 0, outputTokens = 0 } = usage;
        return { text, value, inputTokens, outputTokens };
      } catch (error) {
        if (error instanceof AppError) throw error;
        throw explainModelError(error, {
          slow: patience.aborted,
          stopped: signal?.aborted ?? false,
        });
      }
    },
  };
}

/** The SDK's own output is checked by the schema; here that is for who asked. */
function asJson({ name, schema }: { name: string; schema: unknown }) {
  const responseFormat = { type: "json" as const, name, schema: schema as JSONSchema7 };
  return { ...Output.text(), responseFormat: Promise.resolve(responseFormat) };
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Models like to put JSON into a block of Markdown. */
function unfenced(text: string): string {
  const [, inside] = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(text) ?? [];
  return inside ?? text;
}
