"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

type Box = { width: number; top: number };

// Rows have their places in the first picture of a page that is gone back to.
let latest: Box = { width: 0, top: 0 };

/** How wide an element is and how far below the top of the page, in CSS pixels. */
export function useBox(): [ref: RefObject<HTMLDivElement | null>, box: Box] {
  const ref = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState(latest);
  useLayoutEffect(() => {
    const { current: element } = ref;
    if (element === null) return undefined;
    const measure = () => {
      const { top, width } = element.getBoundingClientRect();
      const next = { width: Math.floor(width), top: Math.round(top + window.scrollY) };
      if (next.width === latest.width && next.top === latest.top) return;
      latest = next;
      setBox(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What stands above it comes and goes, and makes the page longer or shorter.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}
