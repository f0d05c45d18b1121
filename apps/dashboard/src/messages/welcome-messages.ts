import { guessable, login, register, registration } from "./en/welcome.ts";

export const welcomeMessages = { en: { guessable, login, register, registration } };
