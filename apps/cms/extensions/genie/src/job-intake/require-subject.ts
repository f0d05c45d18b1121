import type { JobType } from "@genie/jobs";
import type { Platform } from "@genie/platforms";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { alreadyRead, hasScrapeJob, isBeingRead, lockAccount } from "../reading/claim-account.ts";
import { notStarted } from "./not-started.ts";
import { requireDeletable } from "./require-deletable.ts";
import { requireEntry, requireMedium } from "./require-medium.ts";

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
  if (subject === "entry") {
    await requireEntry(database, requireId(payload, "input_media_id"));
    return {};
  }
  await requireMedium(database, requireId(payload, "input_media_id"));
  if (subject === "medium_to_fit") requireAim(payload);
  const account = payload["creator_profile_id"];
  if (typeof account === "string") await requirePlatform(database, platforms, account);
  return {};
}

const missing = {
  creator_profile_id: "This job needs an account. Send creator_profile_id.",
  input_media_id: "This job needs an entry of the library. Send input_media_id.",
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
  if ((await isBeingRead(database, id)) || (await hasScrapeJob(database, id))) throw alreadyRead();
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

function requireAim({ creator_profile_id: account, payload: options }: Payload): void {
  const size = (options as Payload | null | undefined)?.["target_mb"];
  if ((account ?? null) === null && (size ?? null) === null) {
    throw notStarted(
      "Say what it is to fit: an account (creator_profile_id) or a size (target_mb).",
    );
  }
  if ((account ?? null) !== null && (size ?? null) !== null) {
    throw notStarted("It can be made to fit an account or a size, not both at once.");
  }
}
