import { extension } from "./en/extension.ts";

export const extensionMessages = { en: { extension } };
