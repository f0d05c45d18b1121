import type { Post } from "@genie/directus-client";

/** Whether a person may give the post another time as it is. */
export function isMovable({ status, scheduledFor }: Post): boolean {
  return (status === "draft" || status === "pending") && scheduledFor !== null;
}
