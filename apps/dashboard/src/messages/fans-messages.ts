import { fans } from "./en/fans.ts";

export const fansMessages = { en: { fans } };
