"use client";

import { useSyncExternalStore } from "react";

const wide = "(min-width: 40rem)";

/** Whether there is more room than on a phone. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    listen,
    () => window.matchMedia(wide).matches,
    () => true,
  );
}

function listen(onChange: () => void): () => void {
  const media = window.matchMedia(wide);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}
