import { useRef } from "react";

/** For the content of a dialog: what had the focus when it opened has it again when it has closed. */
export function useFocusReturn() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      const { activeElement, body } = document;
      opener.current =
        activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!opener.current?.isConnected) return;
      // Radix knows of nothing but a trigger of its own.
      event.preventDefault();
      opener.current.focus();
    },
  };
}
