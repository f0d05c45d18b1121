import type { StackContext } from "../stack-context.ts";

/** The language model, for services that ask one; empty where there is none. */
export const modelEnv = ({ settings }: Pick<StackContext, "settings">) => ({
  LLM_BASE_URL: settings.LLM_BASE_URL ?? "",
  LLM_MODEL: settings.LLM_MODEL ?? "",
  LLM_API_KEY: settings.LLM_API_KEY ?? "",
});
