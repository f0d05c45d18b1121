import { createRateLimit, type RateLimit } from "@genie/rate-limit";
import type { Context } from "../directus.ts";
import { sharedCounts } from "../gate-counts.ts";
import { tooManyGuesses } from "../refusals.ts";

/** Wrong ones that are looked at in a quarter of an hour for one account, from wherever they come. */
export const wrongGuesses = { points: 10, seconds: 15 * 60 } as const;

const names = { password: "wrong-passwords", code: "wrong-codes" } as const;
export type Guessed = keyof typeof names;

const limits = new Map<Guessed, RateLimit>();

/**
 * Answers what `look` does: whether what was typed is right. Throws REQUESTS_EXCEEDED when there were too many wrong
 * ones: who has a person's session may not find her password or code out by it, however many addresses he asks from.
 */
export async function countedGuess(
  context: Context,
  user: string,
  what: Guessed,
  look: () => Promise<boolean>,
): Promise<boolean> {
  const limit = limitOf(context, what);
  // Counted before it is looked at, so that many at once are no way round.
  const refused = await limit(user);
  if (refused !== null) throw tooManyGuesses(what, refused.retryAfterMs);
  let isWrong = false;
  try {
    const isRight = await look();
    isWrong = !isRight;
    return isRight;
  } finally {
    // What failed was not looked at.
    if (!isWrong) await limit.giveBack(user);
  }
}

function limitOf(context: Context, what: Guessed): RateLimit {
  const known = limits.get(what);
  if (known !== undefined) return known;
  const limit = createRateLimit({ name: names[what], ...wrongGuesses }, sharedCounts(context));
  limits.set(what, limit);
  return limit;
}
