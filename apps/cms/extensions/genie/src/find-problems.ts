import {
  type CheckedPost,
  checkOptions,
  checkPost,
  limitsOf,
  type Platform,
} from "@genie/platforms";
import type { Knex } from "knex";
import { findBroken, type PlannedPost } from "./rules/find-broken.ts";

/** A post that is to go out, with all that it is held against. */
export type OutgoingPlan = Omit<CheckedPost, "config"> &
  Omit<PlannedPost, "owner" | "platform"> & {
    platform: Platform;
    /** `platform_limits` of its account. */
    platformLimits: unknown;
    config: Readonly<Record<string, unknown>>;
    /** Null where there are no rules to follow. */
    owner: string | null;
  };

/**
 * Everything that keeps a post from going out, a sentence for people each: what its platform, its
 * account's server and its owner's rules do not take. The same before it is saved and before it is sent.
 */
export async function findProblems(database: Knex, post: OutgoingPlan): Promise<string[]> {
  const { platform, platformLimits, owner } = post;
  const taker = { name: platform.name, limits: limitsOf(platform, platformLimits) };
  return [
    ...checkPost(taker, post),
    ...checkOptions(platform, post.config),
    ...(owner === null
      ? []
      : await findBroken(database, { ...post, owner, platform: platform.id })),
  ];
}
