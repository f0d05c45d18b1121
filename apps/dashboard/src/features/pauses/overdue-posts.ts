import type { Pause, Post } from "@genie/directus-client";
import { heldAfterMs } from "@genie/schema";
import { holdOf, inScope, type KnownHolds } from "./holds.ts";

export type Overdue = { goOut: number; held: number };

/** What becomes of posts that are due once a pause ends; those that another hold keeps back are left out. */
export function overduePosts(
  { id, scope }: Pick<Pause, "id" | "scope">,
  posts: readonly Pick<Post, "account" | "latePolicy" | "scheduledFor" | "status">[],
  { pauses, stops }: KnownHolds,
  now: Date,
): Overdue {
  const others = { pauses: pauses.filter((pause) => pause.id !== id), stops };
  const due = posts.flatMap((post) => {
    const lateMs = post.scheduledFor === null ? -1 : now.getTime() - Date.parse(post.scheduledFor);
    const waits = post.status === "pending" && lateMs >= 0 && inScope(scope, post.account);
    return waits && holdOf(post, now, others) === null ? [{ ...post, lateMs }] : [];
  });
  const held = due.filter(
    ({ latePolicy, lateMs }) => latePolicy === "hold" && lateMs > heldAfterMs,
  ).length;
  return { goOut: due.length - held, held };
}
