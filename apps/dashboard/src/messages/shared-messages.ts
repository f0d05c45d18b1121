import { shared } from "./en/shared.ts";

export const sharedMessages = { en: shared };
