import { requirePassword } from "../account/person.ts";
import type { Context, Handler } from "../directus.ts";

/**
 * Directus asks for the password before it makes a secret for two-factor, and would look at as many as anybody sends:
 * here they count with all others of the account.
 */
export function requireCountedPassword(context: Context): Handler {
  return async ({ accountability, body }, _response, next) => {
    const user = accountability?.user;
    const { password } = (body ?? {}) as { password?: unknown };
    if (!user || typeof password !== "string") return next();
    try {
      await requirePassword(context, user, password);
      return next();
    } catch (error) {
      return next(error);
    }
  };
}
