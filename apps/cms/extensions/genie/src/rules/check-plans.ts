import type { RuledPlan } from "@genie/schema";
import type { Knex } from "knex";
import { checkedFiles, readMedia } from "../post-media.ts";
import { brokenBy } from "./find-broken.ts";
import { enabledPacks, type Pack } from "./rules-of.ts";

/** What keeps each plan from following its owner's rules; nothing is said of accounts that are not `owner`'s. */
export async function checkPlans(
  database: Knex,
  owner: string | null,
  plans: readonly RuledPlan[],
): Promise<string[][]> {
  const accounts = await database("creator_profiles")
    .whereIn(
      "id",
      plans.map(({ creator_profile_id: id }) => id),
    )
    .andWhere(owner === null ? {} : { user_id: owner })
    .select<{ id: string; user_id: string; platform: string }[]>("id", "user_id", "platform");
  const packs = new Map<string, Pack[]>();
  for (const { user_id: user } of accounts) {
    if (!packs.has(user)) packs.set(user, await enabledPacks(database, user));
  }
  const problems: string[][] = [];
  for (const plan of plans) {
    const account = accounts.find(({ id }) => id === plan.creator_profile_id);
    const own = packs.get(account?.user_id ?? "") ?? [];
    problems.push(
      account && own.length > 0 ? await brokenByPlan(database, own, plan, account) : [],
    );
  }
  return problems;
}

async function brokenByPlan(
  database: Knex,
  packs: readonly Pack[],
  plan: RuledPlan,
  account: { id: string; user_id: string; platform: string },
): Promise<string[]> {
  const media = await readMedia(database, plan.media_ids, account.user_id);
  return brokenBy(database, packs, {
    caption: plan.caption,
    files: checkedFiles(media),
    owner: account.user_id,
    platform: account.platform,
    account: account.id,
    mediaIds: media.map(({ id }) => id),
    dueAt: new Date(plan.scheduled_for),
    postId: plan.id,
    groupId: plan.group_id,
    withLater: true,
  });
}
