import type { JobType } from "@genie/jobs";
import { mediaKindOf, type Platform } from "@genie/platforms";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { alreadyRead, hasScrapeJob, isBeingRead, lockAccount } from "../reading/claim-account.ts";
import { refusal } from "../refusals.ts";
import { requireDeletable } from "./require-deletable.ts";

/**
 * Refuses a job about something that is not there or can't be worked on. Answers what the row says about
 * its subject besides, whatever was sent.
 */
export async function requireSubject(
  database: Knex,
  platforms: readonly Platform[],
  subject: JobType["subject"],
  payload: Payload,
): Promise<Payload> {
  if (subject === "account") {
    await requireAccount(database, platforms, requireId(payload, "creator_profile_id"));
    return {};
  }
  if (subject === "post") {
    return requireDeletable(database, platforms, requireId(payload, "post_id"));
  }
  await requirePicture(database, requireId(payload, "input_media_id"));
  if (subject === "picture_for_account") {
    await requirePlatform(database, platforms, requireId(payload, "creator_profile_id"));
  }
  return {};
}

const missing = {
  creator_profile_id: "This job needs an account. Send creator_profile_id.",
  input_media_id: "This job needs a picture. Send input_media_id.",
  post_id: "This job needs a post. Send post_id.",
} as const;

function requireId(payload: Payload, column: keyof typeof missing): string {
  const id = payload[column];
  if (typeof id === "string") return id;
  throw notStarted(missing[column]);
}

/** One scrape of an account at a time, and only of one that somebody can sign in to. */
async function requireAccount(
  database: Knex,
  platforms: readonly Platform[],
  id: string,
): Promise<void> {
  // Until the commit, so that of two requests at once one sees the other's row.
  await lockAccount(database, id);
  const account = await requirePlatform(database, platforms, id);
  const session = await database("platform_sessions")
    .where({ creator_profile_id: id, status: "active" })
    .first("id");
  if (account.credentials === null && !session) {
    throw notStarted("This account has no log-in. Connect it first.");
  }
  if (isBeingRead(id) || (await hasScrapeJob(database, id))) throw alreadyRead();
}

async function requirePlatform(
  database: Knex,
  platforms: readonly Platform[],
  id: string,
): Promise<{ credentials: unknown }> {
  const account = await database("creator_profiles")
    .where({ id })
    .first<{ platform: string; credentials: unknown } | undefined>("platform", "credentials");
  if (!account) throw notStarted("This account is not there.");
  if (platforms.some((platform) => platform.id === account.platform)) return account;
  throw notStarted(`This installation can't reach the platform "${account.platform}".`);
}

async function requirePicture(database: Knex, id: string): Promise<void> {
  const media = await database("scraped_media as m")
    .leftJoin("directus_files as f", "f.id", "m.file_id")
    .where("m.id", id)
    .first<{ media_type: string; mime: string | null } | undefined>("m.media_type", {
      mime: "f.type",
    });
  if (media?.media_type === "image" && mediaKindOf(media.mime) === "image") return;
  throw notStarted(
    media?.media_type === "image"
      ? "The file of this picture is missing. Choose another one."
      : "This is done with pictures only. Choose one.",
  );
}

const notStarted = (sentence: string) =>
  refusal("INVALID_PAYLOAD", `${sentence} Nothing was started.`);
