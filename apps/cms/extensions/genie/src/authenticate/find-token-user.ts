import { hashApiToken } from "@genie/crypto";
import { type ApiTokenScope, roles } from "@genie/schema";
import type { Knex } from "knex";

export type TokenUser = {
  tokenId: string;
  user: string;
  /** The first is what it may do; `asksFirst` may stand beside it. */
  roles: [string, ...string[]];
  admin: boolean;
};

type Found = {
  id: string;
  user_id: string;
  scopes: ApiTokenScope[];
  asks_first: boolean;
  of: "admin" | "creator" | "viewer";
};

/**
 * Whom a token acts as: its user, as long as she is active and may have a token of these scopes. A token
 * never has her own role, only one for programs: no account settings and no tokens. An administrator's
 * rights has the one that she gave them.
 */
export async function findTokenUser(database: Knex, token: string): Promise<TokenUser | null> {
  const adminRoles = database("directus_access as a")
    .join("directus_policies as p", "p.id", "a.policy")
    .where("p.admin_access", true)
    .whereNotNull("a.role")
    .select("a.role");
  const row = await database("api_tokens as t")
    .join("directus_users as u", "u.id", "t.user_id")
    .where("t.hash", hashApiToken(token))
    .andWhere("u.status", "active")
    .andWhere((owns) =>
      owns
        .whereIn("u.role", [roles.creator.id, roles.viewer.id])
        .orWhereIn("u.role", adminRoles.clone()),
    )
    .andWhere("t.expires_at", ">", database.fn.now())
    .first<Found | undefined>(
      "t.id",
      "t.user_id",
      "t.scopes",
      "t.asks_first",
      database.raw(
        "case u.role when ? then 'creator' when ? then 'viewer' else 'admin' end as of",
        [roles.creator.id, roles.viewer.id],
      ),
    );
  if (!row) return null;
  const role = roleOf(row);
  if (role === null) return null;
  return {
    tokenId: row.id,
    user: row.user_id,
    roles: row.asks_first ? [role.id, roles.asksFirst.id] : [role.id],
    admin: role === roles.programAdministers,
  };
}

/** Null where its person may not give so much any more: what she may do has changed since. */
function roleOf({ scopes, of }: Found) {
  if (scopes.includes("capture")) return of === "viewer" ? null : roles.extension;
  if (scopes.includes("administer")) return of === "admin" ? roles.programAdministers : null;
  if (of === "viewer") return scopes.includes("write") ? null : roles.programViews;
  return scopes.includes("write") ? roles.programWrites : roles.programReads;
}

/** Notes the use, at most once a minute. */
export async function markUsed(database: Knex, tokenId: string): Promise<void> {
  await database("api_tokens")
    .where("id", tokenId)
    .andWhere((unused) =>
      unused
        .whereNull("last_used_at")
        .orWhere("last_used_at", "<", database.raw("now() - interval '1 minute'")),
    )
    .update({ last_used_at: database.fn.now() });
}
