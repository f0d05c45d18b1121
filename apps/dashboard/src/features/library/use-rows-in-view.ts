"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type PlacedRow, rowsInView, rowStarts } from "./rows-in-view.ts";

/** Rendered before they are scrolled to. */
const ahead = 3;
/** Left free above and below a row that is brought into view; what floats at the bottom covers some. */
const padding = { above: 24, below: 112 };
const step = 50;

type RowsInView = {
  shown: readonly PlacedRow[];
  totalHeight: number;
  /** Scrolls no further than it takes to see the row. */
  showRow: (index: number) => void;
};

/** Of rows whose heights are known, those that the window shows; `top` is how far down the page they begin. */
export function useRowsInView(heights: readonly number[], top: number): RowsInView {
  const starts = useMemo(() => rowStarts(heights), [heights]);
  const view = useWindowView();
  const place = { from: view.from - top, until: view.until - top };
  const showRow = useCallback(
    (index: number) => {
      const start = (starts[index] ?? 0) + top;
      const end = (starts[index + 1] ?? 0) + top;
      const [above, below] = [window.scrollY + padding.above, bottomOfWindow() - padding.below];
      const by = start < above ? start - above : end > below ? end - below : 0;
      if (by !== 0) window.scrollBy({ top: by, behavior: "instant" });
    },
    [starts, top],
  );
  return { shown: rowsInView(starts, place, ahead), totalHeight: starts.at(-1) ?? 0, showRow };
}

/** What of the page the window shows, in steps: nothing is done anew for a few pixels. */
function useWindowView(): { from: number; until: number } {
  const from = useSyncExternalStore(
    onMove,
    () => Math.floor(window.scrollY / step) * step,
    () => 0,
  );
  const until = useSyncExternalStore(
    onMove,
    () => Math.ceil(bottomOfWindow() / step) * step,
    () => 0,
  );
  return { from, until };
}

function onMove(listener: () => void): () => void {
  window.addEventListener("scroll", listener, { passive: true });
  window.addEventListener("resize", listener);
  return () => {
    window.removeEventListener("scroll", listener);
    window.removeEventListener("resize", listener);
  };
}

function bottomOfWindow(): number {
  return window.scrollY + window.innerHeight;
}
