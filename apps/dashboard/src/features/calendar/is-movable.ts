import type { Post } from "@genie/directus-client";
import type { PostState } from "@genie/schema";

/**
 * Whether a person may change it as it is. What is being prepared may be taken back until it is
 * written down that it goes out, which only the gate knows.
 */
export function isEditable(status: PostState): boolean {
  return status === "draft" || status === "pending" || status === "publishing";
}

/** Whether a person may change it, if only to plan it anew. */
export function isOpenToChange(status: PostState): boolean {
  return isEditable(status) || status === "failed" || status === "missed";
}

/** Whether a person may give the post another time as it is. */
export function isMovable({ status, scheduledFor }: Post): boolean {
  return isEditable(status) && scheduledFor !== null;
}
