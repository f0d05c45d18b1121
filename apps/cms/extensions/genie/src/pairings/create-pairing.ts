import { createPairingCode } from "@genie/crypto";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";

const codeMs = 10 * 60_000;
const maxBrowsers = 10;

/** Makes a code, which is in this answer and nowhere else. The code before it is good for nothing then. */
export async function createPairing(
  { database, services, getSchema }: Context,
  user: string,
): Promise<{ id: string; code: string; expires_at: string }> {
  const paired = await database("extension_pairings")
    .where({ user_id: user, status: "active" })
    .select("id");
  if (paired.length >= maxBrowsers) {
    throw refusal(
      "CONFLICT",
      `You have paired ${maxBrowsers} browsers, which is the most. Revoke one that you no longer use first.`,
    );
  }
  await database("extension_pairings").where({ user_id: user, status: "pending" }).delete();
  const { code, hash } = createPairingCode();
  const expiresAt = new Date(Date.now() + codeMs).toISOString();
  const items = new services.ItemsService("extension_pairings", {
    schema: await getSchema(),
    accountability: null,
  });
  const id = await items.createOne({
    user_id: user,
    name: "A browser that is not paired yet",
    code_hash: hash,
    expires_at: expiresAt,
  });
  return { id, code, expires_at: expiresAt };
}
