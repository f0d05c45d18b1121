import { appearance, devices, profile, security, settings, tokens } from "./en/settings.ts";

export const settingsMessages = {
  en: { appearance, devices, profile, security, settings, tokens },
};
