import { createRateLimit, type RateLimit } from "@genie/rate-limit";
import { asksHerself } from "../caller.ts";
import type { Accountability, Context } from "../directus.ts";
import { sharedCounts } from "../gate-counts.ts";
import { hasCode, refusal, tooManyPasswords } from "../refusals.ts";

export type Person = Accountability & { user: string };

/** The person who is signed in and asks herself. Throws FORBIDDEN for programs, services and strangers. */
export function personOf(accountability: Accountability | undefined): Person {
  if (asksHerself(accountability)) return accountability;
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in can do this for her own account. Nothing was changed.",
  );
}

/** Wrong passwords that are looked at in a quarter of an hour, from wherever they come. */
export const wrongPasswords = { name: "wrong-passwords", points: 10, seconds: 15 * 60 } as const;

let limit: RateLimit | undefined;

/**
 * Throws WRONG_PASSWORD unless it is hers, and REQUESTS_EXCEEDED when there were too many wrong ones: who has her
 * session may not find her password out by it, however many addresses he asks from.
 */
export async function requirePassword(
  context: Context,
  user: string,
  password: string,
): Promise<void> {
  const { services, getSchema } = context;
  limit ??= createRateLimit(wrongPasswords, sharedCounts(context));
  // Counted before it is looked at, so that many at once are no way round.
  const refused = await limit(user);
  if (refused !== null) throw tooManyPasswords(refused.retryAfterMs);
  const authentication = new services.AuthenticationService({
    schema: await getSchema(),
    accountability: null,
  });
  try {
    await authentication.verifyPassword(user, password);
  } catch (cause) {
    if (!hasCode(cause, "INVALID_CREDENTIALS")) {
      // It was not looked at.
      await limit.giveBack(user);
      throw cause;
    }
    throw Object.assign(
      refusal("WRONG_PASSWORD", "The current password is not right. Nothing was changed."),
      { cause },
    );
  }
  await limit.giveBack(user);
}
