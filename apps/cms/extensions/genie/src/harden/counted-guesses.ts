import { countedGuess } from "../account/counted-guess.ts";
import { requirePassword } from "../account/person.ts";
import type { Context, GateRequest, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * Directus asks for the password before it makes a secret for two-factor, and would look at as many as anybody sends:
 * here they count with all others of the account.
 */
export function countPasswords(context: Context): Handler {
  return countTyped("password", (user, password) => requirePassword(context, user, password));
}

/**
 * Directus puts any secret into force that comes with its code, so who has a person's open session could lock her out:
 * here it takes her password as well.
 */
export function demandPassword(context: Context): Handler {
  const count = countPasswords(context);
  return (request, response, next) => {
    const { password } = (request.body ?? {}) as Record<string, unknown>;
    if (!request.accountability?.user || typeof password === "string") {
      return count(request, response, next);
    }
    return next(
      refusal(
        "FORBIDDEN",
        "Two-factor is turned on with your password. Nothing was changed; turn it on in the dashboard, under Settings, Security.",
      ),
    );
  };
}

/** Counts one-time codes, with which Directus turns two-factor off. It answers wrong ones itself. */
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
