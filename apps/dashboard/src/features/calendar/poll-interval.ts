import type { Post } from "@genie/directus-client";

const nearMs = 60_000;
const fastMs = 1_500;
const slowMs = 15_000;

type Timed = Pick<Post, "askedAt" | "scheduledFor" | "status">;

/** How soon to ask again, in milliseconds: often while a post is about to go out or under way. */
export function pollIntervalMs(posts: readonly Timed[], now: Date): number {
  return posts.some((post) => isUnderWay(post, now)) ? fastMs : slowMs;
}

/** On its way, being checked, or due within a minute. */
export function isUnderWay({ status, scheduledFor, askedAt }: Timed, now: Date): boolean {
  if (status === "publishing") return true;
  if (status === "unconfirmed") return askedAt === null;
  if (status !== "pending" || scheduledFor === null) return false;
  const awayMs = Date.parse(scheduledFor) - now.getTime();
  return awayMs < nearMs && awayMs > -10 * nearMs;
}
