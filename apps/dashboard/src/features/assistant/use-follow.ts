"use client";

import { type RefObject, useEffect, useRef } from "react";

/** How far above its end a page still counts as read to the end. */
const nearPx = 160;

/**
 * Keeps the end of the page in view: when the element is first shown, and while it grows, unless she
 * scrolls up to read.
 */
export function useFollow(isGrowing: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    toEnd();
  }, []);
  useEffect(() => {
    const watched = element.current;
    if (!isGrowing || watched === null) return undefined;
    let isAtEnd = true;
    const onScroll = () => {
      const { scrollHeight } = document.documentElement;
      isAtEnd = window.innerHeight + window.scrollY >= scrollHeight - nearPx;
    };
    const observer = new ResizeObserver(() => {
      if (isAtEnd) toEnd();
    });
    observer.observe(watched);
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      // The last piece has not been drawn yet.
      if (isAtEnd) requestAnimationFrame(toEnd);
      window.removeEventListener("scroll", onScroll);
    };
  }, [isGrowing]);
  return element;
}

function toEnd(): void {
  window.scrollTo({ top: document.documentElement.scrollHeight });
}
