import { cookies } from "next/headers";
import { cache } from "react";
import { deviceCookie, type DevicePreferences } from "./device-preferences.ts";
import { parseDevicePreferences } from "./parse-device-preferences.ts";

export const readDevicePreferences = cache(async (): Promise<DevicePreferences> => {
  const store = await cookies();
  return parseDevicePreferences(store.get(deviceCookie)?.value);
});
