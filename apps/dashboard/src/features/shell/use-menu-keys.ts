"use client";

import { useHydrated } from "#components/ui/use-hydrated.ts";

/** What to press for the command menu on this machine. */
export function useMenuKeys(): string {
  const isApple = useHydrated() && /mac|iphone|ipad/i.test(navigator.userAgent);
  return isApple ? "⌘ K" : "Ctrl K";
}
