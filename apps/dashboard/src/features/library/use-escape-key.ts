"use client";

import { useEffect, useEffectEvent } from "react";
import { isInDialog } from "#features/shell/use-shortcuts.ts";

/** Hears Escape where no dialog is open that it would close. */
export function useEscapeKey(onEscape: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (onEscape === null || event.key !== "Escape" || event.defaultPrevented) return;
    if (!isInDialog(event.target)) onEscape();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
