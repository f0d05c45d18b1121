import { pauses } from "./en/pauses.ts";

export const pausesMessages = { en: { pauses } };
