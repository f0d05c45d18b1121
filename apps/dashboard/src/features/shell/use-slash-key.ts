"use client";

import { useEffect, useEffectEvent } from "react";
import { useDevice } from "#features/device/device-provider.tsx";
import { isInDialog, isPlainKey, isTyping } from "./use-shortcuts.ts";

/** Hears the key "/" where no text is being typed and single keys are not turned off. */
export function useSlashKey(onSlash: (() => void) | null): void {
  const { singleKeys } = useDevice();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (onSlash === null || event.key !== "/" || !singleKeys || !isPlainKey(event)) return;
    if (isTyping(event.target) || isInDialog(event.target)) return;
    event.preventDefault();
    onSlash();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
