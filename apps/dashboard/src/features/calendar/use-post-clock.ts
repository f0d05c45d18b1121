"use client";

import type { Post } from "@genie/directus-client";
import { useNow } from "#components/ui/use-now.ts";
import { isUnderWay } from "./poll-interval.ts";

const calmMs = 30_000;

/** The time for sentences about these posts: to the second while one is about to go out. */
export function usePostClock(posts: readonly Post[]): Date {
  const now = useNow(calmMs);
  const isNear = posts.some((post) => isUnderWay(post, now));
  return useNow(isNear ? 1_000 : calmMs);
}
