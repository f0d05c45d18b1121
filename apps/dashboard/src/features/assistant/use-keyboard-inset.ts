"use client";

import { useSyncExternalStore } from "react";

/** What a keyboard takes at least, so that a browser's own bars are not taken for one. */
const leastPx = 120;

/** How much of the window's bottom the keyboard of a phone lies over, in px; 0 without one. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, keyboardInset, () => 0);
}

function keyboardInset(): number {
  const seen = window.visualViewport;
  // Zoomed in, less is seen for another reason.
  if (!seen || seen.scale > 1.01) return 0;
  const covered = Math.round(window.innerHeight - seen.height - seen.offsetTop);
  return covered < leastPx ? 0 : covered;
}

function subscribe(onChange: () => void): () => void {
  const seen = window.visualViewport;
  seen?.addEventListener("resize", onChange);
  seen?.addEventListener("scroll", onChange);
  return () => {
    seen?.removeEventListener("resize", onChange);
    seen?.removeEventListener("scroll", onChange);
  };
}
