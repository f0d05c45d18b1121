import { sessions } from "./en/sessions.ts";

export const sessionsMessages = { en: { sessions } };
