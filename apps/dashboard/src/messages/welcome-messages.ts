import { guessable, login, recovery, register, registration } from "./en/welcome.ts";

export const welcomeMessages = { en: { guessable, login, recovery, register, registration } };
