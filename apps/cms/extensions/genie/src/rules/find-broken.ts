import { checkRules, type CheckedPost } from "@genie/platforms";
import type { Knex } from "knex";
import { type Outing, otherOutings, type Searched } from "./other-outings.ts";
import { enabledPacks, holdsAt, type Pack, type Place } from "./rules-of.ts";

export type PlannedPost = Pick<CheckedPost, "caption" | "files"> &
  Place &
  Omit<Searched, "windowDays">;

/**
 * Everything that keeps a post from following its owner's rules at this moment, a sentence for people
 * each: all packs of hers that are switched on, for all, for its platform or for its account. Whether
 * something goes out again is asked of the same account by a pack of an account, of the platform by one
 * of a platform, of all accounts by any other.
 */
export async function findBroken(database: Knex, post: PlannedPost): Promise<string[]> {
  return brokenBy(database, await enabledPacks(database, post.owner), post);
}

/** The same by packs that are at hand. */
export async function brokenBy(
  database: Knex,
  packs: readonly Pack[],
  post: PlannedPost,
): Promise<string[]> {
  const holding = packs.filter((pack) => holdsAt(pack, post));
  const windowDays = Math.max(0, ...holding.map(({ rules }) => rules.neverRepostDays ?? 0));
  const outings = windowDays === 0 ? [] : await otherOutings(database, { ...post, windowDays });
  return holding.flatMap((pack) =>
    checkRules(pack, {
      ...post,
      alsoOut: outings.filter((outing) => isInPlaceOf(pack, outing)).map(({ at }) => at),
    }),
  );
}

const isInPlaceOf = (pack: Pack, outing: Outing) =>
  (pack.account === null || pack.account === outing.account) &&
  (pack.platform === null || pack.platform === outing.platform);
