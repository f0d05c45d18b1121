"use client";

import type { PlatformSettings } from "@genie/platforms";
import { createContext, type ReactNode, use, useMemo } from "react";

export type PlatformName = { id: string; name: string };
type Offered = { settings: PlatformSettings; names: readonly PlatformName[] };

const OfferedContext = createContext<Offered>({ settings: {}, names: [] });

/** What the platforms are called that this installation can connect, in the order in which they are offered. */
export function usePlatformNames(): readonly PlatformName[] {
  return use(OfferedContext).names;
}

/** What says which platforms there are. */
export function usePlatformSettings(): PlatformSettings {
  return use(OfferedContext).settings;
}

/** Names are enough for most of the pages; what else there is to know of platforms is 50 kB of code. */
export function PlatformsProvider({
  settings,
  names,
  children,
}: Offered & { children: ReactNode }) {
  const offered = useMemo(() => ({ settings, names }), [settings, names]);
  return <OfferedContext value={offered}>{children}</OfferedContext>;
}
