import { assistant } from "./en/assistant.ts";

export const assistantMessages = { en: { assistant } };
