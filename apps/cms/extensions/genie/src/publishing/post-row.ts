import type { ContentRating, PostState } from "@genie/schema";
import type { Knex } from "knex";
import { hasPacksSql } from "../rules/rules-of.ts";
import { isPausedSql } from "./pauses.ts";

/** A post as the publisher works on it, with its account. */
export type PostRow = {
  id: string;
  user_id: string;
  creator_profile_id: string;
  media_id: string | null;
  /** Set, whatever state but draft or cancelled the post is in. */
  scheduled_for: Date;
  status: PostState;
  caption: string | null;
  rating: ContentRating;
  platform_specific_config: Record<string, unknown> | null;
  late_policy: "hold" | "publish";
  group_id: string | null;
  generation: number;
  claim_token: string | null;
  claimed_until: Date | null;
  attempt_no: number;
  retry_at: Date | null;
  error_message: string | null;
  asked_at: Date | null;
  published_at: Date | null;
  platform_post_id: string | null;
  permalink: string | null;
  verified_at: Date | null;
  missing_since: Date | null;
  taken_down_at: Date | null;
  removed_at: Date | null;
  platform: string;
  username: string;
  platform_limits: unknown;
  /** Of the account: the platform wants none of its posts before. */
  publish_after: Date | null;
  is_paused: boolean;
  /** Its owner has rules of her own for posts. */
  has_packs: boolean;
};

/** Reads posts with their accounts and locks the posts until the transaction ends. */
export function lockedPosts(trx: Knex): Knex.QueryBuilder<PostRow, PostRow[]> {
  return trx<PostRow>("scheduled_posts as p")
    .join("creator_profiles as c", "c.id", "p.creator_profile_id")
    .select("p.*", "c.platform", "c.username", "c.publish_after", "c.platform_limits", {
      is_paused: trx.raw(isPausedSql),
      has_packs: trx.raw(hasPacksSql("p")),
    })
    .forUpdate("p");
}

/** One post, locked; undefined when it is not there. */
export async function lockPost(trx: Knex, id: string): Promise<PostRow | undefined> {
  return lockedPosts(trx).where("p.id", id).first();
}

/** The database's clock, which decides; to be asked after waiting for a lock. */
export async function databaseNow(database: Knex): Promise<number> {
  const { rows } = await database.raw<{ rows: { now: Date }[] }>("select clock_timestamp() as now");
  const [row] = rows;
  if (!row) throw new Error("PostgreSQL did not tell the time.");
  return row.now.getTime();
}
