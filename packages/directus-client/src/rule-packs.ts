import { createItems, customEndpoint, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { PostRules, RulePack as Row, RuledPlan, RulesWaitingAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** Where rules hold: for an account, a platform by its id, or everything of the creator's. */
export type RuleScope =
  | { kind: "account"; profileId: string }
  | { kind: "platform"; platform: string }
  | { kind: "all" };

/** What a creator decides about a pack of rules. */
export type RulePackPlan = {
  name: string;
  /** `house`: her own. `community`: those of people she posts among. */
  kind: Row["kind"];
  scope: RuleScope;
  rules: PostRules;
  /** Where the rules are said; a web address. */
  sourceUrl: string | null;
  isEnabled: boolean;
};
export type RulePack = RulePackPlan & { id: string };

/** The caller's packs by their names. */
export async function listRulePacks(
  client: DirectusClient,
  viewer: RowReader,
): Promise<RulePack[]> {
  const rows = await client.send(
    readItems("rule_packs", {
      fields: [
        "id",
        "name",
        "kind",
        "platform",
        "creator_profile_id",
        "is_enabled",
        "rules",
        "source_url",
      ],
      sort: ["name"],
      limit: -1,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    scope: scopeOf(row),
    rules: row.rules,
    sourceUrl: row.source_url,
    isEnabled: row.is_enabled,
  }));
}

/**
 * Makes packs, all of them or none. Throws `conflict` when there is one of that name, `invalid_input`
 * with the gate's sentence.
 */
export async function createRulePacks(
  client: DirectusClient,
  plans: readonly RulePackPlan[],
): Promise<void> {
  await client.send(createItems("rule_packs", plans.map(rowOf), { fields: ["id"] }));
}

/** Replaces what a pack says. Throws like `createRulePacks`. */
export async function updateRulePack(
  client: DirectusClient,
  id: string,
  plan: RulePackPlan,
): Promise<void> {
  await client.send(updateItem("rule_packs", id, rowOf(plan), { fields: ["id"] }));
}

/** Switches a pack on or off. */
export async function switchRulePack(
  client: DirectusClient,
  id: string,
  isEnabled: boolean,
): Promise<void> {
  await client.send(updateItem("rule_packs", id, { is_enabled: isEnabled }, { fields: ["id"] }));
}

/** Deletes a pack; posts are held against it no more. */
export async function deleteRulePack(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("rule_packs", id));
}

/** What keeps each plan from following its owner's rules, in that order; the gate's own check. */
export async function checkAgainstRules(
  client: DirectusClient,
  plans: readonly RuledPlan[],
): Promise<string[][]> {
  const body = JSON.stringify({ plans });
  const { problems } = await client.send(
    customEndpoint<{ problems: string[][] }>({ method: "POST", path: "/rules/check", body }),
  );
  return problems;
}

/** The posts that wait and would not go out because of a pack, the next first, with the sentences. */
export async function listWaitingAgainst(
  client: DirectusClient,
  packId: string,
): Promise<{ id: string; scheduledFor: string; problems: string[] }[]> {
  const body = JSON.stringify({ pack_id: packId });
  const { posts } = await client.send(
    customEndpoint<RulesWaitingAnswer>({ method: "POST", path: "/rules/waiting", body }),
  );
  return posts.map(({ scheduled_for: scheduledFor, ...post }) => ({ ...post, scheduledFor }));
}

function rowOf({ name, kind, scope, rules, sourceUrl, isEnabled }: RulePackPlan) {
  return {
    name,
    kind,
    platform: scope.kind === "platform" ? scope.platform : null,
    creator_profile_id: scope.kind === "account" ? scope.profileId : null,
    is_enabled: isEnabled,
    rules,
    source_url: sourceUrl,
  };
}

function scopeOf(row: Pick<Row, "creator_profile_id" | "platform">): RuleScope {
  const { creator_profile_id: profileId, platform } = row;
  if (profileId !== null) return { kind: "account", profileId };
  return platform === null ? { kind: "all" } : { kind: "platform", platform };
}
