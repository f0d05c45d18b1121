import {
  appearance,
  devices,
  profile,
  recoveryCodes,
  security,
  settings,
  tokens,
} from "./en/settings.ts";

export const settingsMessages = {
  en: { appearance, devices, profile, recoveryCodes, security, settings, tokens },
};
