import { customEndpoint, readUsers, updateUser } from "@directus/sdk";
import { mostRows, roles } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** `invited` has a letter and no password yet; `unverified` registered and has not confirmed the address. */
export type AccountStatus = (typeof statuses)[number] | "other";
const statuses = ["active", "archived", "draft", "invited", "suspended", "unverified"] as const;

/** A person's account as an operator sees it. */
export type Account = {
  id: string;
  email: string;
  firstName: string | null;
  role: "Administrator" | "Creator" | "Viewer" | null;
  status: AccountStatus;
  lastAccess: string | null;
};

/**
 * All people, by e-mail, or those whose address starts so, in small letters or capitals; the services of ours have no
 * address and are left out. Needs admin rights.
 */
export async function listAccounts(client: DirectusClient, start?: string): Promise<Account[]> {
  const accounts: Account[] = [];
  for (;;) {
    const page = await readAccounts(client, start, accounts.length);
    accounts.push(...page);
    if (page.length < mostRows) return accounts;
  }
}

async function readAccounts(
  client: DirectusClient,
  start: string | undefined,
  offset: number,
): Promise<Account[]> {
  const users = await client.send(
    readUsers({
      fields: ["id", "email", "first_name", "status", "last_access", "role"],
      filter: { email: start ? { _istarts_with: start } : { _nnull: true } },
      sort: ["email", "id"],
      limit: mostRows,
      offset,
    }),
  );
  return users.map(
    ({ id, email, first_name: firstName, status, last_access: lastAccess, role }) => ({
      id,
      email: email ?? "",
      firstName,
      role: roleName(role),
      status: statuses.find((known) => known === status) ?? "other",
      lastAccess,
    }),
  );
}

/** Changes an account; a suspended one loses its sessions and tokens at once. */
export async function changeAccount(
  client: DirectusClient,
  id: string,
  change: { status?: "active" | "suspended"; password?: string },
): Promise<void> {
  await client.send(updateUser(id, change, { fields: ["id"] }));
}

/** Lets a person sign in with her password alone. */
export async function turnOffTwoFactorOf(client: DirectusClient, id: string): Promise<void> {
  const body = JSON.stringify({ user: id });
  await client.send(customEndpoint({ method: "POST", path: "/account/two-factor-off", body }));
}

// The role of administrators is Directus' own and has another id in each installation.
function roleName(role: unknown): Account["role"] {
  if (typeof role !== "string") return null;
  if (role === roles.creator.id) return "Creator";
  return role === roles.viewer.id ? "Viewer" : "Administrator";
}
