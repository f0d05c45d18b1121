import { createApiToken } from "@genie/crypto";
import { type ProgramScope, programScopes } from "@genie/schema";
import { z } from "zod";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import type { TokenOwner } from "./who-may-have-tokens.ts";

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(programScopes)).min(1),
  expires_in_days: z.int().min(1).max(365),
  /** Whoever makes a token without a word about it gets the careful kind. */
  asks_first: z.boolean().default(true),
});

const maxTokens = 20;
const dayMs = 86_400_000;

/** Makes a token; `scopes` hold all that the widest of them does. */
export async function createToken(
  { database, services, getSchema }: Context,
  { user, scopes: own }: TokenOwner,
  { name, scopes: wanted, expires_in_days: days, asks_first }: z.infer<typeof NewToken>,
) {
  const widest = programScopes.findLastIndex((scope) => wanted.includes(scope));
  const scopes = programScopes.slice(0, widest + 1);
  const tooMuch = scopes.find((scope) => !own.includes(scope));
  if (tooMuch !== undefined) throw notHers(tooMuch);
  const kept = await database("api_tokens")
    .where({ user_id: user, extension_pairing_id: null })
    .select("id");
  if (kept.length >= maxTokens) {
    throw refusal(
      "CONFLICT",
      `You have ${maxTokens} tokens, which is the most. Revoke one that you no longer use first.`,
    );
  }
  const { token, hash, hint } = createApiToken();
  const expires_at = new Date(Date.now() + days * dayMs).toISOString();
  const shown = { name, hint, scopes, asks_first, expires_at };
  const items = new services.ItemsService("api_tokens", {
    schema: await getSchema(),
    accountability: null,
  });
  const id = await items.createOne({ user_id: user, hash, ...shown });
  return { id, token, ...shown };
}

const notHers = (scope: ProgramScope) =>
  refusal(
    "FORBIDDEN",
    scope === "administer"
      ? "Only an administrator can give a program the right to administer. No token was made."
      : "You may only read, so your programs may only read. No token was made; choose read.",
  );
