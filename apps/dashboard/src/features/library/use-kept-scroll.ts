"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

const places = new Map<string, number>();
let cameBack = false;

if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    cameBack = true;
  });
}

/** Keeps how far a list was scrolled, and goes there again when Back leads to it and its rows are there. */
export function useKeptScroll(listKey: string, isReady: boolean): void {
  const isDone = useRef(false);
  useLayoutEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    const place = places.get(listKey);
    if (cameBack && place !== undefined) window.scrollTo({ top: place, behavior: "instant" });
  }, [listKey, isReady]);
  useEffect(() => {
    const keep = () => places.set(listKey, window.scrollY);
    window.addEventListener("scroll", keep, { passive: true });
    return () => window.removeEventListener("scroll", keep);
  }, [listKey]);
  useEffect(
    () => () => {
      cameBack = false;
    },
    [],
  );
}
