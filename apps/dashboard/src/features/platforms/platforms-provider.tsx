"use client";

import { listPlatforms, type Platform, type PlatformSettings } from "@genie/platforms";
import { createContext, type ReactNode, use, useMemo } from "react";

const PlatformsContext = createContext<readonly Platform[]>([]);

/** The platforms that this installation can connect, in the order in which they are offered. */
export function usePlatforms(): readonly Platform[] {
  return use(PlatformsContext);
}

type PlatformsProviderProps = { settings: PlatformSettings; children: ReactNode };

/** Platforms are data with functions in it, so they are made here and not sent by the server. */
export function PlatformsProvider({ settings, children }: PlatformsProviderProps) {
  const { sandboxUrl, sandboxApis, blueskyUrl, mastodonTestUrl } = settings;
  const platforms = useMemo(
    () => listPlatforms({ sandboxUrl, sandboxApis, blueskyUrl, mastodonTestUrl }),
    [sandboxUrl, sandboxApis, blueskyUrl, mastodonTestUrl],
  );
  return <PlatformsContext value={platforms}>{children}</PlatformsContext>;
}
