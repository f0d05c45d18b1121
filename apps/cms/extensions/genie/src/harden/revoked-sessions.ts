import type { Knex } from "knex";
import { asksHerself } from "../caller.ts";
import type { Accountability, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { issuedAt } from "./issued-at.ts";

const signInRoutes = /^\/auth(\/|$)/i;

/**
 * Refuses people who have been suspended, deleted or given another role since they signed in, or signed
 * out everywhere. Directus believes an access token that belongs to no session until it runs out, up to 15
 * minutes. Signing in anew stays open.
 */
export function refuseRevoked(database: Knex): Handler {
  const isStill = async ({ user, role, session }: Accountability, token: string) => {
    const person = await database("directus_users")
      .where({ id: user, role, status: "active" })
      .first<{ signed_out_at: Date | null } | undefined>("signed_out_at");
    if (person === undefined) return false;
    const { signed_out_at: signedOut } = person;
    return session !== undefined || signedOut === null || issuedAt(token) > signedOut.getTime();
  };

  return async ({ accountability, path, token }, _response, next) => {
    // The worker's and a program's user was looked up with the token.
    if (!asksHerself(accountability) || signInRoutes.test(path)) return next();
    try {
      const gone = refusal("INVALID_CREDENTIALS", "You are signed out. Sign in again.");
      return next((await isStill(accountability, token ?? "")) ? undefined : gone);
    } catch (error) {
      return next(error);
    }
  };
}
