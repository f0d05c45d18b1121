import { composer } from "./en/composer.ts";

export const composerMessages = { en: { composer } };
