"use client";

import { useSyncExternalStore } from "react";

/** False in the server's HTML and until this script has taken it over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    noChanges,
    () => true,
    () => false,
  );
}

function noChanges(): () => void {
  return () => {};
}
