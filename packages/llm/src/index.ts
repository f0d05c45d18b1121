export {
  type Answer,
  type ChatModel,
  type ChatModelOptions,
  createChatModel,
  type Question,
} from "./create-chat-model.ts";
export { explainModelError } from "./explain-failure.ts";
export { hostElsewhere } from "./host-elsewhere.ts";
export { languageModel, type LanguageModelOptions, quietly } from "./language-model.ts";
export { type LlmSettings, llmVariables, readLlmSettings } from "./llm-variables.ts";
