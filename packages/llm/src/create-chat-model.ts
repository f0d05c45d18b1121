import { AppError } from "@genie/errors";
import { z } from "zod";
import { explainFailure, explainRefusal } from "./explain-failure.ts";
import type { LlmSettings } from "./llm-variables.ts";

export type ChatModelOptions = LlmSettings & {
  /** How long the model may take for an answer. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
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

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string() }),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) })
    .nullish(),
});

/** A language model behind OpenAI's `/chat/completions` (API reference, Chat). */
export function createChatModel(options: ChatModelOptions): ChatModel {
  const { baseUrl, model, apiKey, timeoutMs = usualTimeoutMs, fetch = globalThis.fetch } = options;
  const url = `${baseUrl.replace(/\/+$/, "")}/chat/completions`;
  return {
    async ask({ system, messages, json }, signal) {
      const patience = AbortSignal.timeout(timeoutMs);
      const body = {
        model,
        messages: [
          ...(system === undefined ? [] : [{ role: "system", content: system }]),
          ...messages.map(({ role, text }) => ({ role, content: text })),
        ],
        stream: false,
        ...(json && {
          response_format: { type: "json_schema", json_schema: { ...json, strict: true } },
        }),
      };
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            ...(apiKey !== undefined && { Authorization: `Bearer ${apiKey}` }),
          },
          body: JSON.stringify(body),
          // A redirect would take the page's words to another host.
          redirect: "error",
          signal: signal ? AbortSignal.any([signal, patience]) : patience,
        });
        if (!answer.ok) throw await explainRefusal(answer, model);
        return read(await answer.text(), json !== undefined);
      } catch (error) {
        if (error instanceof AppError) throw error;
        throw explainFailure(error, { slow: patience.aborted, stopped: signal?.aborted ?? false });
      }
    },
  };
}

function read(body: string, isJson: boolean): Answer {
  const parsed = Completion.safeParse(parseJson(body));
  const [choice] = parsed.data?.choices ?? [];
  if (choice === undefined) throw unusable();
  const { content: text } = choice.message;
  const value = isJson ? parseJson(unfenced(text)) : undefined;
  if (choice.finish_reason === "length" || (isJson && value === undefined)) throw unusable();
  const { prompt_tokens: inputTokens = 0, completion_tokens: outputTokens = 0 } =
    parsed.data?.usage ?? {};
  return { text, value, inputTokens, outputTokens };
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

function unusable(): AppError {
  return new AppError(
    "upstream_unavailable",
    "The language model gave an answer that can't be used. Nothing was done with it; try again, or choose another model.",
  );
}
