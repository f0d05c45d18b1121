import { createApiToken, hashPairingCode } from "@genie/crypto";
import { normalisePairingCode, type RedeemAnswer, type RedeemRequest } from "@genie/pairing";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";

const pairedMs = 365 * 86_400_000;

/**
 * Gives a token for a code. One statement looks for the code and uses it up, so of two at once one wins;
 * a code that is wrong, used or out of time is refused in the same words and by the same work.
 */
export async function redeemPairing(
  { database, services, getSchema }: Context,
  { code, browser }: RedeemRequest,
): Promise<RedeemAnswer> {
  const schema = await getSchema();
  const hash = hashPairingCode(normalisePairingCode(code) ?? "");
  const expiresAt = new Date(Date.now() + pairedMs).toISOString();
  return database.transaction(async (trx) => {
    const pairing = await useUp(trx, hash, { name: browser, expires_at: expiresAt });
    if (!pairing) {
      throw refusal(
        "INVALID_CREDENTIALS",
        "This code is wrong, was used already or is older than ten minutes. Make a new one in the dashboard, under Settings, Browser extension.",
      );
    }
    const { token, hash: tokenHash, hint } = createApiToken();
    const tokens = new services.ItemsService("api_tokens", {
      schema,
      knex: trx,
      accountability: null,
    });
    await tokens.createOne({
      user_id: pairing.user_id,
      extension_pairing_id: pairing.id,
      name: browser,
      hash: tokenHash,
      hint,
      scopes: ["capture"],
      expires_at: expiresAt,
    });
    return { pairing_id: pairing.id, token, expires_at: expiresAt };
  });
}

async function useUp(
  trx: Knex,
  hash: string,
  paired: { name: string; expires_at: string },
): Promise<{ id: string; user_id: string } | undefined> {
  const [row] = await trx("extension_pairings")
    .where({ code_hash: hash, status: "pending" })
    .andWhere("expires_at", ">", trx.fn.now())
    .whereIn("user_id", trx("directus_users").where("status", "active").select("id"))
    .update({ ...paired, status: "active", last_seen_at: trx.fn.now() })
    .returning<{ id: string; user_id: string }[]>(["id", "user_id"]);
  return row;
}
