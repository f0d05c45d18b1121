import type { Platform } from "@genie/platforms";
import { lookUpForMs, sendMarginMs } from "./leases.ts";
import type { PostRow } from "./post-row.ts";
import type { Attempt } from "./publisher.ts";

/**
 * How a post that may be out is settled: `look_up` on its platform, `send` again with its key, by a `person`,
 * or, while publishing is paused, not now: `wait`. After a day it is a person's everywhere.
 */
export function wayToSettle(
  { guarantee, keyWindowMs = 0, sendTimeoutMs }: Platform,
  { is_paused: isPaused }: Pick<PostRow, "is_paused">,
  { sent_at: sentAt }: Pick<Attempt, "sent_at">,
  now: number,
): "look_up" | "person" | "send" | "wait" {
  const ageMs = now - (sentAt?.getTime() ?? 0);
  if (guarantee === "blind" || ageMs >= lookUpForMs) return "person";
  if (guarantee === "lookup") return "look_up";
  if (ageMs + sendTimeoutMs + sendMarginMs >= keyWindowMs) return "person";
  return isPaused ? "wait" : "send";
}
