import { letterPages } from "@genie/accounts";
import { createTicket, hashTicket } from "@genie/crypto";
import type { Knex } from "knex";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";

/** What the link of a letter opens. */
export type LinkPurpose = "email" | "invitation" | "registration" | "reset";

export type Link = {
  hash: string;
  user_id: string;
  purpose: LinkPurpose;
  /** The address that the letter went to. */
  email: string;
  /** Of a registration: the hash of the password that was chosen with it. */
  password: string | null;
};

const hour = 3_600_000;

const kinds: Record<LinkPurpose, { lastsMs: number; page: string; of: readonly string[] }> = {
  reset: { lastsMs: hour, page: letterPages.reset, of: ["active", "unverified"] },
  registration: { lastsMs: 24 * hour, page: letterPages.confirm, of: ["unverified"] },
  email: { lastsMs: 24 * hour, page: letterPages.confirm, of: ["active"] },
  invitation: { lastsMs: 7 * 24 * hour, page: letterPages.invitation, of: ["invited"] },
};

const table = "account_links";

/** Makes a link, whose secret is in this address and nowhere else. */
export async function makeLink(
  { database, env }: { database: Knex; env: Record<string, unknown> },
  { password = null, ...link }: Omit<Link, "hash" | "password"> & { password?: string | null },
): Promise<string> {
  const { ticket, hash } = createTicket();
  const { lastsMs, page } = kinds[link.purpose];
  await database(table)
    .where("expires_at", "<", database.fn.now())
    // By its last letter is known when a registration may be forgotten, and with that they go.
    .whereNot({ purpose: "registration" })
    .delete();
  await database(table).insert({
    ...link,
    hash,
    password,
    expires_at: new Date(Date.now() + lastsMs).toISOString(),
  });
  return `${gateEnv(env).origin}${page}#${ticket}`;
}

/** The link of a letter, unused. One that is over, altered, for something else or for nobody any more is refused alike. */
export async function findLink(
  database: Knex,
  ticket: string,
  wanted: readonly LinkPurpose[],
): Promise<Link> {
  const found = await database(`${table} as l`)
    .join("directus_users as u", "u.id", "l.user_id")
    .where("l.hash", hashTicket(ticket))
    .where("l.expires_at", ">", database.fn.now())
    .first<(Link & { status: string }) | undefined>(
      "l.hash",
      "l.user_id",
      "l.purpose",
      "l.email",
      "l.password",
      "u.status",
    );
  if (!found || !wanted.includes(found.purpose)) throw over();
  const { status, ...link } = found;
  if (!kinds[link.purpose].of.includes(status)) throw over();
  return link;
}

/** Uses a link up: of two that come with it at once, one is refused. All other links of its person end with it. */
export async function useUp(database: Knex, { hash, user_id: user }: Link): Promise<void> {
  if ((await database(table).where({ hash }).delete()) !== 1) throw over();
  await endLinks(database, [user]);
}

/** Ends what letters to these people open. */
export async function endLinks(database: Knex, users: readonly string[]): Promise<void> {
  await database(table)
    .whereIn("user_id", [...users])
    .delete();
}

const over = () =>
  refusal(
    "LINK_OVER",
    "This link was used already, is too old or is not whole. Nothing was changed; ask for a new letter.",
  );
