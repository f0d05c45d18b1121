import type { LibraryOrder } from "@genie/schema";

export const themeNames = ["system", "light", "dark"] as const;
export type Theme = (typeof themeNames)[number];

export const libraryViews = ["grid", "list"] as const;
export type LibraryView = (typeof libraryViews)[number];

/** What this device remembers. A cookie, so that the first byte of a page already obeys it. */
export type DevicePreferences = {
  theme: Theme;
  privateMode: boolean;
  singleKeys: boolean;
  libraryView: LibraryView;
  libraryOrder: LibraryOrder;
};

export const deviceCookie = "genie_device";

const yearS = 365 * 24 * 60 * 60;

/** The text to assign to `document.cookie`. */
export function deviceCookieText(preferences: DevicePreferences): string {
  const value = encodeURIComponent(JSON.stringify(preferences));
  return `${deviceCookie}=${value}; Path=/; Max-Age=${yearS}; SameSite=Lax`;
}
