import type { Knex } from "knex";
import { callerOf } from "../caller.ts";
import type { Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

const signInRoutes = /^\/auth(\/|$)/i;

/**
 * Directus believes a JWT for 15 minutes, whatever becomes of its user. Here who was suspended,
 * deleted or given another role is out at once. Signing in anew stays open.
 */
export function refuseEndedAccounts(database: Knex): Handler {
  return async (request, _response, next) => {
    const { accountability } = request;
    const caller = callerOf(accountability);
    // The worker's and a program's user was looked up with the token.
    const isPerson = caller === "person" || caller === "admin";
    if (!accountability?.user || !isPerson || signInRoutes.test(request.path)) return next();
    try {
      const same = await isStill(database, accountability.user, accountability.role);
      return next(
        same
          ? undefined
          : refusal("INVALID_CREDENTIALS", "Your account has changed. Sign in again."),
      );
    } catch (error) {
      return next(error);
    }
  };
}

async function isStill(database: Knex, id: string, role: string | null): Promise<boolean> {
  const user = await database("directus_users")
    .where({ id, status: "active" })
    .first<{ role: string | null } | undefined>("role");
  return user !== undefined && user.role === role;
}
