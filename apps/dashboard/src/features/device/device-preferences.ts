import { z } from "zod";

const themes = ["system", "light", "dark"] as const;

/** What this device remembers. A cookie, so that the first byte of a page already obeys it. */
export const DevicePreferences = z.object({
  theme: z.enum(themes).catch("system"),
  privateMode: z.boolean().catch(false),
  singleKeys: z.boolean().catch(true),
});
const defaults = DevicePreferences.parse({});
export type DevicePreferences = z.infer<typeof DevicePreferences>;
export type Theme = DevicePreferences["theme"];

export const themeNames: readonly Theme[] = themes;
export const deviceCookie = "genie_device";

const yearS = 365 * 24 * 60 * 60;

/** Anything unreadable counts as the default. */
export function parseDevicePreferences(cookie: string | undefined): DevicePreferences {
  return DevicePreferences.safeParse(parseJson(cookie ?? "{}")).data ?? defaults;
}

/** The text to assign to `document.cookie`. */
export function deviceCookieText(preferences: DevicePreferences): string {
  const value = encodeURIComponent(JSON.stringify(preferences));
  return `${deviceCookie}=${value}; Path=/; Max-Age=${yearS}; SameSite=Lax`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
