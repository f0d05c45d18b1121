"use client";

import { useEffect, useState } from "react";

const mostTries = 8;
const stepMs = 400;

type Attempt = { source: string; tries: number; state: "failed" | "gone" | "loading" };

/**
 * For a picture that the server may be too busy to make just now: it makes few at a time and refuses
 * the rest. Give `tries` to the image as its key, so that it is asked for anew.
 */
export function useRetriedImage(source: string): {
  tries: number;
  isGone: boolean;
  onError: () => void;
} {
  const first: Attempt = { source, tries: 1, state: "loading" };
  const [latest, setLatest] = useState(first);
  const { tries, state } = latest.source === source ? latest : first;
  useEffect(() => {
    if (state !== "failed") return undefined;
    // Not all pictures of a page at the same moment again.
    const delayMs = stepMs * tries * (0.5 + Math.random());
    const timer = setTimeout(
      () => setLatest({ source, tries: tries + 1, state: "loading" }),
      delayMs,
    );
    return () => clearTimeout(timer);
  }, [source, tries, state]);
  return {
    tries,
    isGone: state === "gone",
    onError: () => setLatest({ source, tries, state: tries < mostTries ? "failed" : "gone" }),
  };
}
