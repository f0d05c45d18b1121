"use client";

import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { rowsInView, rowStarts, type PlacedRow } from "./rows-in-view.ts";

/** Rendered before they are scrolled to. */
const ahead = 3;
/** Left free above and below a row that is brought into view; what floats at the bottom covers some. */
const padding = { above: 24, below: 112 };

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
  const [view, setView] = useState({ from: 0, until: 0 });
  useLayoutEffect(() => {
    const look = () =>
      setView((before) => {
        const from = Math.floor(window.scrollY / step) * step;
        const until = Math.ceil(bottomOfWindow() / step) * step;
        return from === before.from && until === before.until ? before : { from, until };
      });
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, []);
  return view;
}

const step = 50;

function bottomOfWindow(): number {
  return window.scrollY + window.innerHeight;
}
