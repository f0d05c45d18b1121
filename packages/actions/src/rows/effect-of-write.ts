import type { ActionEffect } from "@genie/schema";
import { isSecret } from "./creators-rights.ts";

type Write = { collection: string; data: Record<string, unknown> };

/** What making a row does to the world. */
export function effectOfCreate({ collection, data }: Write): ActionEffect {
  if (collection === "media_jobs") return effectOfJob(data["job_type"]);
  if (collection === "scheduled_posts") return data["status"] === "pending" ? "publish" : "write";
  return effectOfAny({ collection, data });
}

/** What changing a row does to the world, whatever the row is now: a planned post may be waiting to go out. */
export function effectOfUpdate({ collection, data }: Write): ActionEffect {
  if (collection === "scheduled_posts") {
    return restingStates.has(String(data["status"])) ? "write" : "publish";
  }
  const letsOut = sentWith[collection]?.some((field) => Object.hasOwn(data, field));
  return letsOut ? "publish" : effectOfAny({ collection, data });
}

/** What a kind of job does to the world. */
export const effectOfJob = (jobType: unknown): ActionEffect =>
  jobType === "delete_post" ? "delete" : "write";

/** Of posts that go nowhere. */
export const restingStates: ReadonlySet<string> = new Set(["draft", "cancelled"]);

/** A planned post sends what its entries hold by then, in the order of its list. */
const partsOfPosts = new Set(["scheduled_posts_media", "scraped_media_files"]);

/** What posts that are planned send of other rows, and what keeps them from going out. */
const sentWith: Readonly<Record<string, readonly string[]>> = {
  scraped_media: ["file_id", "files", "alt_text"],
  rule_packs: ["is_enabled", "kind", "platform", "creator_profile_id", "rules"],
};

function effectOfAny({ collection, data }: Write): ActionEffect {
  if (collection === "platform_sessions") return "connect";
  const fields = Object.keys(data);
  if (fields.some((field) => isSecret(collection, field))) return "connect";
  // A pause that is cut short sends what it held.
  return partsOfPosts.has(collection) || collection === "publish_pauses" ? "publish" : "write";
}
