import { doubtful } from "./en/doubtful.ts";

export const doubtfulMessages = { en: { doubtful } };
