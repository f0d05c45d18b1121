import { rules } from "./en/rules.ts";

export const rulesMessages = { en: { rules } };
