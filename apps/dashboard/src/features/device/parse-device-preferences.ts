import { libraryOrders } from "@genie/schema";
import { z } from "zod";
import { type DevicePreferences, libraryViews, themeNames } from "./device-preferences.ts";

const Preferences = z.object({
  theme: z.enum(themeNames).catch("system"),
  privateMode: z.boolean().catch(false),
  singleKeys: z.boolean().catch(true),
  libraryView: z.enum(libraryViews).catch("grid"),
  libraryOrder: z.enum(libraryOrders).catch("newest"),
}) satisfies z.ZodType<DevicePreferences>;
const defaults = Preferences.parse({});

/** What the device's cookie says; anything unreadable counts as the default. */
export function parseDevicePreferences(cookie: string | undefined): DevicePreferences {
  return Preferences.safeParse(parseJson(cookie ?? "{}")).data ?? defaults;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
