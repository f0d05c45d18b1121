import { taxonomy } from "./en/taxonomy.ts";

export const taxonomyMessages = { en: { taxonomy } };
