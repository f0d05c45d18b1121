import { asksHerself } from "../caller.ts";
import type { Accountability, Context } from "../directus.ts";
import { hasCode, refusal } from "../refusals.ts";
import { countedGuess } from "./counted-guess.ts";

export type Person = Accountability & { user: string };

/** The person who is signed in and asks herself. Throws FORBIDDEN for programs, services and strangers. */
export function personOf(accountability: Accountability | undefined): Person {
  if (asksHerself(accountability)) return accountability;
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in can do this for her own account. Nothing was changed.",
  );
}

/** Throws WRONG_PASSWORD unless it is hers, and REQUESTS_EXCEEDED when there were too many wrong ones. */
export async function requirePassword(
  context: Context,
  user: string,
  password: string,
): Promise<void> {
  const { services, getSchema } = context;
  const authentication = new services.AuthenticationService({
    schema: await getSchema(),
    accountability: null,
  });
  const isHers = await countedGuess(context, user, "password", async () => {
    try {
      await authentication.verifyPassword(user, password);
      return true;
    } catch (error) {
      if (hasCode(error, "INVALID_CREDENTIALS")) return false;
      throw error;
    }
  });
  if (!isHers) {
    throw refusal("WRONG_PASSWORD", "The current password is not right. Nothing was changed.");
  }
}
