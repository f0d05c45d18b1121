import type { Post } from "@genie/directus-client";
import type { PostState } from "@genie/schema";

/** What has become of a post, as she is to see it: finer than the state that it is in. */
export type PostFate =
  | PostState
  /** It is due and waits for the end of a pause. */
  | "held"
  /** It is to come and will wait for the end of a pause. */
  | "held_ahead"
  /** Nobody knows, and she left it so. */
  | "left"
  /** Nobody knows yet; it is being found out. */
  | "looked_up"
  /** She deleted it on its platform from here. */
  | "removed"
  | "taken_down";

export type Tone = "accent" | "danger" | "good" | "neutral" | "warn";

const tones: Record<PostFate, Tone> = {
  draft: "neutral",
  pending: "neutral",
  held: "warn",
  held_ahead: "neutral",
  publishing: "accent",
  looked_up: "accent",
  unconfirmed: "warn",
  left: "warn",
  published: "good",
  removed: "neutral",
  taken_down: "warn",
  failed: "danger",
  missed: "danger",
  cancelled: "neutral",
};

export function toneOf(fate: PostFate): Tone {
  return tones[fate];
}

type Fated = Pick<
  Post,
  "askedAt" | "leftAt" | "removedAt" | "scheduledFor" | "status" | "takenDownAt"
>;

/** `isHeld`: something keeps it back, now or once it is due. */
export function fateOf(
  { status, scheduledFor, askedAt, leftAt, removedAt, takenDownAt }: Fated,
  { isHeld, now }: { isHeld: boolean; now: Date },
): PostFate {
  if (status === "pending" && isHeld) {
    return scheduledFor !== null && new Date(scheduledFor) > now ? "held_ahead" : "held";
  }
  if (status === "published" && removedAt !== null) return "removed";
  if (status === "published" && takenDownAt !== null) return "taken_down";
  if (status !== "unconfirmed") return status;
  if (askedAt === null) return "looked_up";
  return leftAt === null ? "unconfirmed" : "left";
}

/** Whether she has to know of it: it is not where she put it, or nobody knows whether it is. */
export function isTroubled({
  status,
  askedAt,
  leftAt,
}: Pick<Post, "askedAt" | "leftAt" | "status">): boolean {
  if (status === "failed" || status === "missed") return true;
  return status === "unconfirmed" && askedAt !== null && leftAt === null;
}
