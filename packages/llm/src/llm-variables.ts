import { optional } from "@genie/env";
import { AppError } from "@genie/errors";
import { z } from "zod";

const problem = "must be a web address such as http://127.0.0.1:11434/v1";

/** The variables that name a language model; an app spreads them into its own. */
export const llmVariables = {
  /** Up to where `/chat/completions` follows. */
  LLM_BASE_URL: optional(z.url({ protocol: /^https?$/, error: problem })),
  LLM_MODEL: optional(z.string().max(200, "is no name of a model")),
  /** Of servers that want one. */
  LLM_API_KEY: optional(
    z.string().regex(/^[\x21-\x7e]+$/, "has a blank or a character that no key has"),
  ),
};

export type LlmSettings = { baseUrl: string; model: string; apiKey?: string };

/** What the variables mean: null without a model. Throws `misconfigured` when half of it is missing. */
export function readLlmSettings(env: {
  LLM_BASE_URL?: string | undefined;
  LLM_MODEL?: string | undefined;
  LLM_API_KEY?: string | undefined;
}): LlmSettings | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = env;
  if (baseUrl !== undefined && model !== undefined) {
    return { baseUrl, model, ...(apiKey !== undefined && { apiKey }) };
  }
  if (baseUrl === undefined && model === undefined && apiKey === undefined) return null;
  throw new AppError(
    "misconfigured",
    "A language model needs an address and a name. Set both LLM_BASE_URL and LLM_MODEL, or remove all variables that begin with LLM_.",
  );
}
