"use client";

import { useEffect, useEffectEvent } from "react";

type Shortcuts = {
  onCommandMenu: () => void;
  onCompose: () => void;
  onPrivate: () => void;
  singleKeys: boolean;
};

/** ⌘K or Ctrl-K anywhere; N and P where no text is being typed and single keys are not turned off. */
export function useShortcuts({ onCommandMenu, onCompose, onPrivate, singleKeys }: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onCommandMenu();
    } else if (singleKeys && isPlainKey(event) && !isTyping(event.target)) {
      if (key === "p") onPrivate();
      if (key === "n" && !isInDialog(event.target)) onCompose();
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Whether a key was pressed alone, and once. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !event.metaKey && !event.ctrlKey && !event.altKey && !event.isComposing && !event.repeat;
}

export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role='dialog']") !== null;
}

/** Whether keys are letters there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role='textbox']"))
  );
}
