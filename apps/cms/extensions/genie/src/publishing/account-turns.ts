import type { Knex } from "knex";
import type { PostRow } from "./post-row.ts";

/** Lets one transaction after the other decide about what an account sends and has sent, until its commit. */
export async function lockAccount(
  trx: Knex.Transaction,
  { creator_profile_id: id }: Pick<PostRow, "creator_profile_id">,
): Promise<void> {
  // Rows of accounts are locked by deletions in another order; of this lock they know nothing.
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [id]);
}

/** Whether another post of the account is being sent, with these words where they are given. */
export async function isAnotherBeingSent(
  trx: Knex.Transaction,
  post: Pick<PostRow, "creator_profile_id" | "id">,
  words: { caption?: string | null } = {},
): Promise<boolean> {
  const other = await trx("scheduled_posts as p")
    .join("publish_attempts as a", (on) =>
      on.on("a.post_id", "p.id").andOn("a.generation", "p.generation").andOn("a.n", "p.attempt_no"),
    )
    .where({
      "p.creator_profile_id": post.creator_profile_id,
      "p.status": "publishing",
      "a.state": "sending",
    })
    .whereNot("p.id", post.id)
    .andWhereRaw("p.claimed_until > clock_timestamp()")
    .modify((query) => {
      if ("caption" in words) {
        void query.andWhereRaw("coalesce(p.caption, '') = ?", [words.caption ?? ""]);
      }
    })
    .first<{ id: string } | undefined>("p.id");
  return other !== undefined;
}
