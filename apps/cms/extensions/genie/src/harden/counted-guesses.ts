import { countedGuess } from "../account/counted-guess.ts";
import { requirePassword } from "../account/person.ts";
import type { Context, GateRequest, Handler } from "../directus.ts";

/**
 * Directus asks for the password before it makes a secret for two-factor, and would look at as many as anybody sends:
 * here they count with all others of the account.
 */
export function countPasswords(context: Context): Handler {
  return countTyped("password", (user, password) => requirePassword(context, user, password));
}

/** The same for one-time codes, with which Directus turns two-factor off. It answers wrong ones itself. */
export function countCodes(context: Context): Handler {
  return countTyped("otp", async (user, otp) => {
    const { services, getSchema } = context;
    const twoFactor = new services.TFAService({ schema: await getSchema(), accountability: null });
    await countedGuess(context, user, "code", () => twoFactor.verifyOTP(user, otp));
  });
}

function countTyped(
  field: "otp" | "password",
  count: (user: string, typed: string) => Promise<void>,
): Handler {
  return async ({ accountability, body }: GateRequest, _response, next) => {
    const user = accountability?.user;
    const typed = ((body ?? {}) as Record<string, unknown>)[field];
    if (!user || typeof typed !== "string") return next();
    try {
      await count(user, typed);
      return next();
    } catch (error) {
      return next(error);
    }
  };
}
