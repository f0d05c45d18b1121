import { customEndpoint, readMe, readPolicyGlobals } from "@directus/sdk";
import { AppError } from "@genie/errors";
import type { DirectusClient } from "./create-directus-client.ts";
import { hasDirectusCode } from "./translate-error.ts";

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

/** Sets a new password for the caller, whose other sessions end. Answers what is wrong with which of the two. */
export async function changePassword(
  client: DirectusClient,
  change: { current: string; password: string },
): Promise<{ field: "current" | "password"; sentence: string } | null> {
  try {
    const body = JSON.stringify(change);
    await client.send(customEndpoint({ method: "POST", path: "/account/password", body }));
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message: sentence } = error;
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return { field: "current", sentence };
    if (hasDirectusCode(error, "WEAK_PASSWORD")) return { field: "password", sentence };
    throw error;
  }
}
