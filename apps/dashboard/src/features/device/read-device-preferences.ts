import { cookies } from "next/headers";
import { cache } from "react";
import {
  deviceCookie,
  type DevicePreferences,
  parseDevicePreferences,
} from "./device-preferences.ts";

export const readDevicePreferences = cache(async (): Promise<DevicePreferences> => {
  const store = await cookies();
  return parseDevicePreferences(store.get(deviceCookie)?.value);
});
