import { hashApiToken } from "@genie/crypto";
import { bearerToken } from "../bearer-token.ts";
import type { Context, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";

export type PairedBrowser = { id: string; name: string; expires_at: Date; user_id: string };

/** The browser that calls, whose token was accepted already. Notes that it was seen. */
export async function pairedBrowser(
  { database }: Context,
  request: GateRequest,
): Promise<PairedBrowser> {
  const token = database("api_tokens")
    .where("hash", hashApiToken(bearerToken(request) ?? ""))
    .select("extension_pairing_id");
  const [browser] = await database("extension_pairings")
    .whereIn("id", token)
    .update({ last_seen_at: database.fn.now() })
    .returning<PairedBrowser[]>(["id", "name", "expires_at", "user_id"]);
  if (browser) return browser;
  throw refusal("INVALID_CREDENTIALS", "This browser is not paired any more. Pair it again.");
}

/** Ends the pairing, and its token with it. */
export async function leave(
  { services, getSchema }: Context,
  { id }: PairedBrowser,
): Promise<Record<string, never>> {
  const items = new services.ItemsService("extension_pairings", {
    schema: await getSchema(),
    accountability: null,
  });
  await items.deleteOne(id);
  return {};
}
