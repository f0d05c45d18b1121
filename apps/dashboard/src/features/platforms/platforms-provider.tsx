"use client";

import { listPlatforms, type Platform } from "@genie/platforms";
import { createContext, type ReactNode, use, useMemo } from "react";

const PlatformsContext = createContext<readonly Platform[]>([]);

/** The platforms that this installation can connect, in the order in which they are offered. */
export function usePlatforms(): readonly Platform[] {
  return use(PlatformsContext);
}

type PlatformsProviderProps = {
  sandboxUrl: string | undefined;
  sandboxApis: boolean;
  children: ReactNode;
};

/** Platforms are data with functions in it, so they are made here and not sent by the server. */
export function PlatformsProvider({ sandboxUrl, sandboxApis, children }: PlatformsProviderProps) {
  const platforms = useMemo(
    () => listPlatforms({ sandboxUrl, sandboxApis }),
    [sandboxUrl, sandboxApis],
  );
  return <PlatformsContext value={platforms}>{children}</PlatformsContext>;
}
