import { setTimeout as wait } from "node:timers/promises";
import { roles } from "@genie/schema";
import { e2eEnv } from "./e2e-env.ts";

const env = e2eEnv();

const triesUnderLoad = 20;

/** Asks the stack's Directus as an administrator; while Directus sheds load it asks again. */
async function ask<Data>(path: string, init: RequestInit = {}, tries = 1): Promise<Data> {
  const response = await fetch(`${env.E2E_BASE_URL}/api/directus${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${env.E2E_ADMIN_TOKEN}`,
      "content-type": "application/json",
    },
  });
  if (response.status === 503 && tries < triesUnderLoad) {
    await wait(500);
    return ask(path, init, tries + 1);
  }
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return (text === "" ? undefined : (JSON.parse(text) as { data: Data }).data) as Data;
}

export type Account = { email: string; password: string; name: string };

/** An account that no other test has. */
export function newAccount(): Account {
  const id = crypto.randomUUID().slice(0, 8);
  return {
    email: `creator-${id}@example.com`,
    password: `plum orbit tractor ${id}`,
    name: "Robin",
  };
}

/** Makes a creator without the registration form. */
export const createCreator = (account: Account) => createUser(account, roles.creator.id);

/** Makes somebody who runs the server. */
export async function createAdministrator(account: Account): Promise<void> {
  const [role] = await ask<{ id: string }[]>("/roles?filter[name][_eq]=Administrator&fields=id");
  if (role === undefined) throw new Error("there is no Administrator role");
  await createUser(account, role.id);
}

async function createUser(account: Account, role: string): Promise<void> {
  await ask("/users", {
    method: "POST",
    body: JSON.stringify({
      email: account.email,
      password: account.password,
      first_name: account.name,
      role,
      status: "active",
    }),
  });
}

/** Makes a row of a collection and answers its id. */
export async function createRow(collection: string, row: Record<string, unknown>): Promise<string> {
  const { id } = await ask<{ id: string }>(`/items/${collection}`, {
    method: "POST",
    body: JSON.stringify(row),
  });
  return id;
}

/** Makes several rows of a collection at once. */
export async function createRows(
  collection: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  await ask(`/items/${collection}?fields=id`, { method: "POST", body: JSON.stringify(rows) });
}

export async function updateRow(
  collection: string,
  id: string,
  changes: Record<string, unknown>,
): Promise<void> {
  await ask(`/items/${collection}/${id}`, { method: "PATCH", body: JSON.stringify(changes) });
}

export async function userIdOf(email: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ email: { _eq: email } }));
  const [user] = await ask<{ id: string }[]>(`/users?fields=id&filter=${filter}`);
  if (user === undefined) throw new Error(`nobody has the address ${email}`);
  return user.id;
}

export async function chooseZone(email: string, timezone: string): Promise<void> {
  const filter = encodeURIComponent(JSON.stringify({ user_id: { email: { _eq: email } } }));
  const [persona] = await ask<{ id: string }[]>(`/items/user_personas?fields=id&filter=${filter}`);
  await updateRow("user_personas", String(persona?.id), { timezone });
}

/** A person's rows. */
export async function rowsOf(
  collection: string,
  email: string,
): Promise<Record<string, unknown>[]> {
  const isFiles = collection === "directus_files";
  const owner = isFiles ? "owner" : "user_id";
  const filter = encodeURIComponent(JSON.stringify({ [owner]: { email: { _eq: email } } }));
  return ask(`${isFiles ? "/files" : `/items/${collection}`}?filter=${filter}&limit=-1`);
}

export async function personasOf(
  email: string,
): Promise<{ display_name: string; onboarding_state: string; timezone: string }[]> {
  const filter = encodeURIComponent(JSON.stringify({ user_id: { email: { _eq: email } } }));
  return ask(`/items/user_personas?filter=${filter}`);
}
