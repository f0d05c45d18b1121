"use client";

import { useEffect, useEffectEvent } from "react";
import { isPlainKey, isTyping } from "#features/shell/use-shortcuts.ts";

// A video goes along its time, a slider along its values; what was opened on top is alone in being used.
const needsArrows = "video, [role='slider'], [data-radix-popper-content-wrapper] *";

type ArrowKeys = { onLeft: (() => void) | undefined; onRight: (() => void) | undefined };

/** Hears the arrows to either side where nothing else needs them. */
export function useArrowKeys({ onLeft, onRight }: ArrowKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isPlainKey(event) || event.defaultPrevented || isTyping(event.target)) return;
    if (event.target instanceof Element && event.target.matches(needsArrows)) return;
    if (event.key === "ArrowLeft") onLeft?.();
    if (event.key === "ArrowRight") onRight?.();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
