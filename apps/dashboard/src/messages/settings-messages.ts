import { appearance, profile, security, settings, tokens } from "./en/settings.ts";

export const settingsMessages = { en: { appearance, profile, security, settings, tokens } };
