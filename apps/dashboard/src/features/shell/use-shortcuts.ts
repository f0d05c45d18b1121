"use client";

import { useEffect, useEffectEvent } from "react";

type Shortcuts = { onCommandMenu: () => void; onPrivate: () => void; singleKeys: boolean };

/** ⌘K or Ctrl-K anywhere; P where no text is being typed and single keys are not turned off. */
export function useShortcuts({ onCommandMenu, onPrivate, singleKeys }: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onCommandMenu();
    } else if (key === "p" && singleKeys && isPlainKey(event) && !isTyping(event.target)) {
      onPrivate();
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function isPlainKey(event: KeyboardEvent): boolean {
  return !event.metaKey && !event.ctrlKey && !event.altKey && !event.isComposing && !event.repeat;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role='textbox']"))
  );
}
