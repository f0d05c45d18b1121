import { login, recovery, register, registration } from "./en/welcome.ts";

export const welcomeMessages = { en: { login, recovery, register, registration } };
