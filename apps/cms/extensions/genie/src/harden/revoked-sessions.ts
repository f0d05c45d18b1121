import type { Knex } from "knex";
import { asksHerself } from "../caller.ts";
import type { Accountability, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

const signInRoutes = /^\/auth(\/|$)/i;

/**
 * Refuses people who have been suspended, deleted or given another role since they signed in.
 * Directus believes an access token until it runs out, up to 15 minutes. Signing in anew stays open.
 */
export function refuseRevoked(database: Knex): Handler {
  const isStill = async ({ user, role }: Accountability) =>
    (await database("directus_users").where({ id: user, role, status: "active" }).first("id")) !==
    undefined;

  return async ({ accountability, path }, _response, next) => {
    // The worker's and a program's user was looked up with the token.
    if (!asksHerself(accountability) || signInRoutes.test(path)) return next();
    try {
      const gone = refusal("INVALID_CREDENTIALS", "You are signed out. Sign in again.");
      return next((await isStill(accountability)) ? undefined : gone);
    } catch (error) {
      return next(error);
    }
  };
}
