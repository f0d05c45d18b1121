import { isPreparedSql, lockedPostStates } from "@genie/schema";
import type { Knex } from "knex";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import type { StoredPost } from "./post-write.ts";
import { requireFirst } from "./require-first.ts";
import { requirePlan } from "./require-plan.ts";

const collectionName = "scheduled_posts";

/** A post that is to go out has a time to come, and fits its platform, before it is saved. */
export const validatePost: Hook = ({ filter }, { env }) => {
  const { platforms } = gateEnv(env);

  filter<Payload>("items.create", async (payload, { collection }, { accountability, database }) => {
    if (applies(collection, accountability)) {
      await requireFirst(database, payload, ownerSeenBy(accountability));
      await requirePlan(database, platforms, {
        payload,
        stored: null,
        owner: ownerSeenBy(accountability),
      });
    }
    return payload;
  });

  filter<Payload>("items.update", async (payload, meta, { accountability, database }) => {
    const { collection, keys = [] } = meta;
    if (applies(collection, accountability)) {
      const posts = await storedPosts(database, keys, ownerSeenBy(accountability));
      for (const stored of posts.filter(({ status }) => !isOut.has(status))) {
        await requirePlan(database, platforms, { payload, stored, owner: stored.user_id });
      }
    }
    return payload;
  });
};

const applies = (collection: string, accountability: Accountability | null) =>
  collection === collectionName && callerOf(accountability) !== "system";

/** Rows that are not the caller's are left for Directus to refuse. */
async function storedPosts(
  database: Knex,
  keys: readonly string[],
  owner: string | null,
): Promise<StoredPost[]> {
  const posts = await database<StoredPost & { is_prepared: boolean }>(collectionName)
    .select("*", { is_prepared: database.raw(isPreparedSql(collectionName)) })
    .whereIn("id", [...keys])
    .andWhere(owner === null ? {} : { user_id: owner });
  // A change takes a post that is only prepared back to those that wait.
  return posts.map(({ is_prepared: isPrepared, ...post }) =>
    isPrepared ? { ...post, status: "pending" } : post,
  );
}

/** Nothing can be changed in these; the database says so in its own words. */
const isOut = new Set<string>([...lockedPostStates, "published"]);
