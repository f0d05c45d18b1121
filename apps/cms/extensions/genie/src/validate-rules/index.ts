import type { Platform } from "@genie/platforms";
import type { Knex } from "knex";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { checkedRules } from "./checked-rules.ts";

const collectionName = "rule_packs";

type Scope = { platform: unknown; creator_profile_id: unknown };

/** Rules for posts can be read, and are for a platform and an account that there are. */
export const validateRules: Hook = ({ filter }, { env }) => {
  const { platforms } = gateEnv(env);

  filter<Payload>("items.create", async (payload, { collection }, { accountability, database }) => {
    if (!applies(collection, accountability)) return payload;
    await requireScope(database, platforms, { ...nowhere, ...payload });
    return { ...payload, ...checkedParts(payload) };
  });

  filter<Payload>("items.update", async (payload, meta, { accountability, database }) => {
    const { collection, keys = [] } = meta;
    if (!applies(collection, accountability)) return payload;
    if ("platform" in payload || "creator_profile_id" in payload) {
      const owner = ownerSeenBy(accountability);
      const rows = await database(collectionName)
        .whereIn("id", [...keys])
        .andWhere(owner === null ? {} : { user_id: owner })
        .select<Scope[]>("platform", "creator_profile_id");
      for (const row of rows) await requireScope(database, platforms, { ...row, ...payload });
    }
    return { ...payload, ...checkedParts(payload) };
  });
};

const applies = (collection: string, accountability: Accountability | null) =>
  collection === collectionName && callerOf(accountability) !== "system";

const nowhere: Scope = { platform: null, creator_profile_id: null };

function checkedParts(payload: Payload): Payload {
  const { name, source_url: source } = payload;
  if ("name" in payload && (typeof name !== "string" || name.trim() === "" || name.length > 80)) {
    throw unsaved("Rules need a name of 80 characters at most.");
  }
  if (source !== undefined && source !== null && !isWebAddress(source)) {
    throw unsaved(
      "Where the rules come from has to be a web address, such as https://example.org.",
    );
  }
  return {
    ...(typeof name === "string" && { name: name.trim() }),
    ...("rules" in payload && { rules: checkedRules(payload["rules"]) }),
  };
}

function isWebAddress(value: unknown): boolean {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url !== null && ["http:", "https:"].includes(url.protocol);
}

async function requireScope(
  database: Knex,
  platforms: readonly Platform[],
  { platform, creator_profile_id: account }: Scope,
): Promise<void> {
  const known = platforms.find(({ id }) => id === platform);
  if (platform !== null && !known) {
    throw unsaved("There is no such platform here. Choose one, or all of them.");
  }
  if (typeof account !== "string" || !known) return;
  const row = await database("creator_profiles")
    .where({ id: account })
    .first<{ platform: string } | undefined>("platform");
  if (row && row.platform !== known.id) {
    throw unsaved(`This account is not on ${known.name}. Choose the account alone.`);
  }
}

const unsaved = (sentence: string) => refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`);
