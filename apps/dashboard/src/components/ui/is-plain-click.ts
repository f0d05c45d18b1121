import type { MouseEvent } from "react";

/** Whether a click on a link just follows it: with a key it opens a tab or a window, which is the browser's. */
export function isPlainClick({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return !metaKey && !ctrlKey && !shiftKey && !altKey;
}
