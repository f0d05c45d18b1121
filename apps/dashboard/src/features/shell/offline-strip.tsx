"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useMessages } from "#messages/use-messages.ts";

/** Says once and quietly that the connection is gone, and disappears with the problem. */
export function OfflineStrip() {
  const { shell } = useMessages();
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <output className="block">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm">
          <WifiOff aria-hidden className="size-4" />
          {shell.offline}
        </p>
      )}
    </output>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
