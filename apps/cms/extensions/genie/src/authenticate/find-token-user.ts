import { hashApiToken } from "@genie/crypto";
import { type ApiTokenScope, roles } from "@genie/schema";
import type { Knex } from "knex";

export type TokenUser = {
  tokenId: string;
  user: string;
  /** The first is what it may do; `asksFirst` may stand beside it. */
  roles: [string, ...string[]];
  admin: boolean;
  /** Whether its use was written down within the last minute. */
  useIsNoted: boolean;
};

type Found = {
  id: string;
  user_id: string;
  scopes: ApiTokenScope[];
  asks_first: boolean;
  of: "admin" | "creator" | "viewer";
  use_is_noted: boolean;
};

/** Every request of a program asks this, so its text is made once. */
const findSql = `
  select t.id, t.user_id, t.scopes, t.asks_first,
    case u.role when :creator then 'creator' when :viewer then 'viewer' else 'admin' end as of,
    t.last_used_at is not null and t.last_used_at >= now() - interval '1 minute' as use_is_noted
  from api_tokens t join directus_users u on u.id = t.user_id
  where t.hash = :hash and t.expires_at > now() and u.status = 'active'
    and (u.role in (:creator, :viewer) or u.role in (
      select a.role from directus_access a join directus_policies p on p.id = a.policy
      where p.admin_access and a.role is not null))`;

/**
 * Whom a token acts as: its user, as long as she is active and may have a token of these scopes. A token
 * never has her own role, only one for programs: no account settings and no tokens. An administrator's
 * rights has the one that she gave them.
 */
export async function findTokenUser(database: Knex, token: string): Promise<TokenUser | null> {
  const { creator, viewer } = roles;
  const bindings = { hash: hashApiToken(token), creator: creator.id, viewer: viewer.id };
  const {
    rows: [row],
  } = await database.raw<{ rows: Found[] }>(findSql, bindings);
  if (!row) return null;
  const role = roleOf(row);
  if (role === null) return null;
  return {
    tokenId: row.id,
    user: row.user_id,
    roles: row.asks_first ? [role.id, roles.asksFirst.id] : [role.id],
    admin: role === roles.programAdministers,
    useIsNoted: row.use_is_noted,
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
