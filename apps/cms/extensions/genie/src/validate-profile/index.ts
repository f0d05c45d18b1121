import type { Platform } from "@genie/platforms";
import type { Knex } from "knex";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { requireTimeZone } from "../time-zone.ts";
import { checkCredentials } from "./check-credentials.ts";
import { requireOwnLogIn } from "./require-own-log-in.ts";
import { requireSchedule } from "./require-schedule.ts";

const collectionName = "creator_profiles";

/**
 * Accounts are on a platform that there is, with a log-in of their own and of the shape that it wants,
 * and are scraped at times that make sense. Runs before the secrets are sealed.
 */
export const validateProfile: Hook = ({ filter }, { env }) => {
  const { platforms } = gateEnv(env);

  filter<Payload>("items.create", (payload, { collection }, { accountability }) => {
    if (collection !== collectionName || callerOf(accountability) === "system") return payload;
    requireTimes(payload);
    const platform = requirePlatform(platforms, payload["platform"]);
    return withCheckedCredentials(payload, [platform]);
  });

  filter<Payload>("items.update", async (payload, meta, { accountability, database }) => {
    const { collection, keys = [] } = meta;
    if (collection !== collectionName || callerOf(accountability) === "system") return payload;
    requireTimes(payload);
    await requireOwnLogIn(database, payload, keys, callerOf(accountability));
    if ("platform" in payload) {
      return withCheckedCredentials(payload, [requirePlatform(platforms, payload["platform"])]);
    }
    if (!hasCredentials(payload)) return payload;
    const names = await platformsOfRows(database, keys, ownerSeenBy(accountability));
    return withCheckedCredentials(
      payload,
      names.map((name) => requirePlatform(platforms, name)),
    );
  });
};

function requireTimes(payload: Payload): void {
  if ("timezone" in payload) requireTimeZone(payload["timezone"]);
  if ("scrape_frequency" in payload) requireSchedule(payload["scrape_frequency"]);
}

function requirePlatform(platforms: readonly Platform[], wanted: unknown): Platform {
  const platform = platforms.find(({ id }) => id === wanted);
  if (platform) return platform;
  const name = typeof wanted === "string" ? ` called "${wanted.slice(0, 64)}"` : " without a name";
  const known = platforms.map(({ id }) => id).join(", ") || "none yet";
  throw refusal(
    "INVALID_PAYLOAD",
    `There is no platform${name}; this installation can connect: ${known}. Nothing was saved.`,
  );
}

/** The payload with its log-in as the platform takes it, such as without stray spaces. */
function withCheckedCredentials(payload: Payload, platforms: readonly Platform[]): Payload {
  if (!hasCredentials(payload)) return payload;
  return platforms.reduce(
    (checked, platform) => ({
      ...checked,
      credentials: checkCredentials(platform, checked["credentials"]),
    }),
    payload,
  );
}

const hasCredentials = ({ credentials }: Payload) =>
  credentials !== undefined && credentials !== null;

/** Rows that are not the caller's are left for Directus to refuse. */
async function platformsOfRows(
  database: Knex,
  keys: readonly string[],
  owner: string | null,
): Promise<string[]> {
  const rows = await database(collectionName)
    .distinct<{ platform: string }[]>("platform")
    .whereIn("id", [...keys])
    .andWhere(owner === null ? {} : { user_id: owner });
  return rows.map(({ platform }) => platform);
}
