"use client";

import { useSyncExternalStore } from "react";

/** What to press for the command menu on this machine. */
export function useMenuKeys(): string {
  return useSyncExternalStore(
    noChanges,
    () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘ K" : "Ctrl K"),
    () => "Ctrl K",
  );
}

function noChanges(): () => void {
  return () => {};
}
