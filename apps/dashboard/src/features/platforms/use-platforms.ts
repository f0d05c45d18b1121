"use client";

import { listPlatforms, type Platform, type PlatformSettings } from "@genie/platforms";
import { usePlatformSettings } from "./platforms-provider.tsx";

// The same for whoever asks, so that it can be remembered what was made of them.
const known = new WeakMap<PlatformSettings, readonly Platform[]>();

/**
 * The platforms that this installation can connect, in the order in which they are offered. They are data
 * with functions in it, so they are made here and not sent by the server.
 */
export function usePlatforms(): readonly Platform[] {
  const settings = usePlatformSettings();
  const platforms = known.get(settings) ?? listPlatforms(settings);
  known.set(settings, platforms);
  return platforms;
}
