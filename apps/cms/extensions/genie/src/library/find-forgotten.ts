import type { Knex } from "knex";

/** Those of an account's posts, by the platform's ids, that had an entry which its owner has deleted. */
export async function findForgotten(
  database: Knex,
  account: string,
  posts: readonly string[],
): Promise<string[]> {
  const rows = await database("forgotten_posts")
    .where({ creator_profile_id: account })
    .whereIn("platform_post_id", [...posts])
    .select<{ platform_post_id: string }[]>("platform_post_id");
  return rows.map(({ platform_post_id: post }) => post);
}
