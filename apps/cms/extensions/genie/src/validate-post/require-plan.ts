import type { Platform } from "@genie/platforms";
import { type ContentRating, contentRatings } from "@genie/schema";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { findProblems } from "../find-problems.ts";
import { checkedFiles, mediaProblems } from "../post-media.ts";
import { databaseNow } from "../publishing/post-row.ts";
import { refusal } from "../refusals.ts";
import { requireTimeZone } from "../time-zone.ts";
import { plannedMedia } from "./planned-media.ts";
import type { Write } from "./post-write.ts";
import { idIn, isObject } from "./references.ts";

/** How far a time may lie back: the request was on its way. */
const graceMs = 30_000;

/** Refuses what could not go out; a post that is no more than a draft may be unfinished. */
export async function requirePlan(
  database: Knex,
  platforms: readonly Platform[],
  write: Write,
): Promise<void> {
  const { payload, stored } = write;
  if ("timezone" in payload) requireTimeZone(payload["timezone"]);
  const time = timeOf(write);
  if ((payload["status"] ?? stored?.status) !== "pending") return;
  if (time === null) throw unsaved("This post has no time. Choose when it is to go out.");
  const isNewPlan =
    stored?.status !== "pending" || time.getTime() !== stored.scheduled_for?.getTime();
  if (isNewPlan && time.getTime() < (await databaseNow(database)) - graceMs) {
    throw unsaved("This time has passed. Choose one that is still to come.");
  }
  const account = await accountOf(database, platforms, write);
  // An account that is not there is refused by what sets the owner.
  if (!account) return;
  const media = await plannedMedia(database, write);
  const found = await findProblems(database, {
    caption: captionOf(write),
    files: checkedFiles(media),
    rating: ratingOf(write),
    config: configOf(write),
    platform: account.platform,
    platformLimits: account.platformLimits,
    account: account.id,
    owner: ownerOf(write),
    mediaIds: media.flatMap(({ id }) => id ?? []),
    dueAt: time,
    postId: stored?.id ?? null,
    groupId: groupOf(write),
    withLater: true,
  });
  const problems = [...mediaProblems(media), ...found];
  if (problems.length > 0) throw unsaved(problems.join(" "), account.id);
}

function timeOf({ payload, stored }: Write): Date | null {
  const value = payload["scheduled_for"];
  if (value === undefined) return stored?.scheduled_for ?? null;
  if (value === null) return null;
  const time = value instanceof Date ? value : new Date(typeof value === "string" ? value : "");
  if (Number.isNaN(time.getTime())) {
    throw unsaved("This time can't be read. Send it like 2027-01-31T18:00:00Z.");
  }
  return time;
}

function captionOf({ payload, stored }: Write): string {
  const caption = "caption" in payload ? payload["caption"] : stored?.caption;
  return typeof caption === "string" ? caption : "";
}

/** What the field may hold, says Directus, after this. */
function ratingOf({ payload, stored }: Write): ContentRating {
  const rating = payload["rating"] ?? stored?.rating;
  return contentRatings.find((known) => known === rating) ?? "general";
}

/** Null while nobody is said to be: then there is nobody's rule to break. */
function ownerOf({ payload, stored, owner }: Write): string | null {
  return stored?.user_id ?? owner ?? idIn(payload["user_id"]);
}

function groupOf({ payload, stored }: Write): string | null {
  const group = "group_id" in payload ? payload["group_id"] : stored?.group_id;
  return typeof group === "string" ? group : null;
}

function configOf({ payload, stored }: Write): Payload {
  const config =
    "platform_specific_config" in payload
      ? payload["platform_specific_config"]
      : stored?.platform_specific_config;
  return isObject(config) ? config : {};
}

type Account = { id: string | null; platform: Platform; platformLimits: unknown };

async function accountOf(
  database: Knex,
  platforms: readonly Platform[],
  { payload, stored }: Write,
): Promise<Account | null> {
  const account = payload["creator_profile_id"] ?? stored?.creator_profile_id;
  const id = idIn(account);
  const row =
    id === null
      ? null
      : await database("creator_profiles")
          .where({ id })
          .first<{ platform: string; platform_limits: unknown }>("platform", "platform_limits");
  const name = row?.platform ?? (isObject(account) ? account["platform"] : undefined);
  if (typeof name !== "string") return null;
  const platform = platforms.find((candidate) => candidate.id === name);
  if (platform) return { id, platform, platformLimits: row?.platform_limits };
  throw unsaved(`This installation can't reach the platform "${name}".`, id);
}

/** `account`: whose post it is, where several are saved at once. */
const unsaved = (sentence: string, account: string | null = null) =>
  refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`, account === null ? {} : { account });
