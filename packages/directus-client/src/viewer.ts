import { readMe, readPolicyGlobals, updateMe } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";

/** Who is asking, as the dashboard needs to know. */
export type Viewer = {
  id: string;
  email: string;
  firstName: string | null;
  isAdmin: boolean;
  hasTwoFactor: boolean;
};

/** The user of the client's session or token. Throws `unauthenticated` when there is none. */
export async function readViewer(client: DirectusClient): Promise<Viewer> {
  const [me, globals] = await Promise.all([
    client.send(readMe({ fields: ["id", "email", "first_name", "tfa_secret"] })),
    client.send(readPolicyGlobals()),
  ]);
  return {
    id: me.id,
    email: me.email ?? "",
    firstName: me.first_name,
    isAdmin: globals.admin_access,
    hasTwoFactor: me.tfa_secret !== null,
  };
}

/** Sets a new password for the caller. Directus ends the caller's other sessions. */
export async function changePassword(client: DirectusClient, password: string): Promise<void> {
  await client.send(updateMe({ password }, { fields: ["id"] }));
}
