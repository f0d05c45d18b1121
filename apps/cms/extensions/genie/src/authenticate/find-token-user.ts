import { hashApiToken } from "@genie/crypto";
import { type ApiTokenScope, roles } from "@genie/schema";
import type { Knex } from "knex";

export type TokenUser = { tokenId: string; user: string; role: string };

/**
 * Whom a token acts as: its user, as long as she is active and may have tokens. A token never has
 * her own role, only one for programs: no administrator's rights, no account settings, no tokens.
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
    .andWhere((owns) => owns.where("u.role", roles.creator.id).orWhereIn("u.role", adminRoles))
    .andWhere("t.expires_at", ">", database.fn.now())
    .first<{ id: string; user_id: string; scopes: ApiTokenScope[] } | undefined>(
      "t.id",
      "t.user_id",
      "t.scopes",
    );
  if (!row) return null;
  return { tokenId: row.id, user: row.user_id, role: roleOf(row.scopes).id };
}

function roleOf(scopes: readonly ApiTokenScope[]) {
  if (scopes.includes("capture")) return roles.extension;
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
