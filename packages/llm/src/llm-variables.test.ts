import { expect, it } from "vitest";
import { z } from "zod";
import { llmVariables, readLlmSettings } from "./llm-variables.ts";

const Env = z.object(llmVariables);
const address = { LLM_BASE_URL: "http://127.0.0.1:11434/v1" };

it("without variables, or with empty ones, there is no model", () => {
  for (const env of [{}, { LLM_BASE_URL: "", LLM_MODEL: "", LLM_API_KEY: "" }]) {
    expect(readLlmSettings(Env.parse(env))).toBeNull();
  }
});

it("an address and a name are a model; a key is for servers that want one", () => {
  const named = { ...address, LLM_MODEL: "qwen3" };
  const settings = { baseUrl: address.LLM_BASE_URL, model: "qwen3" };
  expect(readLlmSettings(Env.parse(named))).toEqual(settings);
  expect(readLlmSettings(Env.parse({ ...named, LLM_API_KEY: "k" }))).toEqual({
    ...settings,
    apiKey: "k",
  });
});

it.each([address, { LLM_MODEL: "qwen3" }, { LLM_API_KEY: "k" }])("%j is half a model", (env) => {
  expect(() => readLlmSettings(Env.parse(env))).toThrow(/Set both LLM_BASE_URL and LLM_MODEL/);
});

it.each([{ LLM_BASE_URL: "ollama" }, { LLM_BASE_URL: "file:///x" }, { LLM_API_KEY: "a b" }])(
  "%j is refused",
  (env) => {
    expect(Env.safeParse(env).success).toBe(false);
  },
);
