import { mostRuledWaiting, type RulesWaitingAnswer } from "@genie/schema";
import type { Knex } from "knex";
import { checkedFiles, mediaIdsOf, readMedia } from "../post-media.ts";
import { refusal } from "../refusals.ts";
import { brokenBy } from "./find-broken.ts";
import { type Pack, packOf } from "./rules-of.ts";

type Waiting = {
  id: string;
  user_id: string;
  creator_profile_id: string;
  platform: string;
  media_id: string | null;
  group_id: string | null;
  caption: string | null;
  scheduled_for: Date;
};

/** The posts that wait and would not go out because of a pack, the next first; none of one that is off. */
export async function findWaiting(
  database: Knex,
  owner: string | null,
  packId: string,
): Promise<RulesWaitingAnswer["posts"]> {
  const row = await database("rule_packs")
    .where({ id: packId })
    .andWhere(owner === null ? {} : { user_id: owner })
    .first<(Parameters<typeof packOf>[0] & { user_id: string; is_enabled: boolean }) | undefined>();
  if (!row) throw refusal("NOT_FOUND", "These rules are not there any more.");
  if (!row.is_enabled) return [];
  const pack = packOf(row);
  const found: RulesWaitingAnswer["posts"] = [];
  for (const post of await postsThatWait(database, row.user_id, pack)) {
    const problems = await brokenByPost(database, pack, post);
    if (problems.length > 0) {
      found.push({ id: post.id, scheduled_for: post.scheduled_for.toISOString(), problems });
    }
  }
  return found;
}

async function postsThatWait(database: Knex, owner: string, pack: Pack): Promise<Waiting[]> {
  const { platform, account } = pack;
  return database("scheduled_posts as p")
    .join("creator_profiles as c", "c.id", "p.creator_profile_id")
    .where({ "p.user_id": owner, "p.status": "pending" })
    .andWhere({
      ...(platform !== null && { "c.platform": platform }),
      ...(account !== null && { "c.id": account }),
    })
    .orderBy("p.scheduled_for")
    .limit(mostRuledWaiting)
    .select<Waiting[]>(
      "p.id",
      "p.user_id",
      "p.creator_profile_id",
      "c.platform",
      "p.media_id",
      "p.group_id",
      "p.caption",
      "p.scheduled_for",
    );
}

async function brokenByPost(database: Knex, pack: Pack, post: Waiting): Promise<string[]> {
  const { needsAltText = false, neverRepostDays } = pack.rules;
  const looksAtMedia = needsAltText || neverRepostDays !== undefined;
  const mediaIds = looksAtMedia ? await mediaIdsOf(database, post) : [];
  const media = needsAltText ? await readMedia(database, mediaIds) : [];
  return brokenBy(database, [pack], {
    caption: post.caption ?? "",
    files: checkedFiles(media),
    owner: post.user_id,
    platform: post.platform,
    account: post.creator_profile_id,
    mediaIds,
    dueAt: post.scheduled_for,
    postId: post.id,
    groupId: post.group_id,
    withLater: false,
  });
}
