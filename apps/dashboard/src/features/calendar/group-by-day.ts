import type { Post } from "@genie/directus-client";
import { wallTimeAt } from "./zoned-time.ts";

/** Posts by the day that they have on her clock, in their order; those without a time are left out. */
export function groupByDay(posts: readonly Post[], zone: string): Map<string, Post[]> {
  const days = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.scheduledFor === null) continue;
    const { date } = wallTimeAt(new Date(post.scheduledFor), zone);
    days.set(date, [...(days.get(date) ?? []), post]);
  }
  return days;
}
