import { typedText } from "./en/typed-text.ts";

export const typedTextMessages = { en: { typedText } };
