import { randomUUID } from "node:crypto";
import { createRecoveryCode, createSalt, hashRecoveryCode } from "@genie/crypto";
import { groupPairingCode, normalisePairingCode } from "@genie/pairing";
import { recoveryCodeCount } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";

/** How many codes of hers are still good. */
export async function countRecoveryCodes(database: Knex, user: string): Promise<number> {
  const rows = await database("recovery_codes").where("user_id", user).whereNull("used_at");
  return rows.length;
}

/** New codes in place of those before, as people see them. Throws CONFLICT while two-factor is off. */
export async function makeRecoveryCodes(database: Knex, user: string): Promise<string[]> {
  const salt = createSalt();
  const codes = Array.from({ length: recoveryCodeCount }, createRecoveryCode);
  const rows = await Promise.all(
    codes.map(async (code) => ({
      id: randomUUID(),
      user_id: user,
      salt,
      code_hash: await hashRecoveryCode(code, salt),
      date_created: new Date(),
    })),
  );
  await database.transaction(async (trx) => {
    // Of two that make codes at once, the later one's are good.
    const owner = await trx("directus_users")
      .where("id", user)
      .whereNotNull("tfa_secret")
      .forUpdate()
      .first("id");
    if (owner === undefined) {
      throw refusal(
        "CONFLICT",
        "Recovery codes stand in for your authenticator app, and two-factor is off. Turn it on first. No codes were made.",
      );
    }
    await forgetRecoveryCodes(trx, [user]);
    await trx("recovery_codes").insert(rows);
  });
  return codes.map(groupPairingCode);
}

/**
 * The id of the code that is meant, if it is one of hers and still good. Takes as long for a user who
 * has none, or is none, so that nobody learns who has two-factor.
 */
export async function findRecoveryCode(
  database: Knex,
  user: string | undefined,
  typed: string,
): Promise<string | null> {
  const codes = database("recovery_codes").where("user_id", user ?? null);
  const known = await codes.clone().first<{ salt: string } | undefined>("salt");
  const hash = await hashRecoveryCode(
    normalisePairingCode(typed) ?? "",
    known?.salt ?? createSalt(),
  );
  const found = await codes
    .where("code_hash", hash)
    .whereNull("used_at")
    .first<{ id: string } | undefined>("id");
  return found?.id ?? null;
}

/** Uses it up; false when somebody else just has. */
export async function useUpRecoveryCode(database: Knex, id: string): Promise<boolean> {
  const used = await database("recovery_codes")
    .where("id", id)
    .whereNull("used_at")
    .update({ used_at: database.fn.now() });
  return used === 1;
}

export const wrongRecoveryCode = () =>
  refusal("INVALID_OTP", "This recovery code is wrong or was used already. Nothing was changed.");

export async function forgetRecoveryCodes(database: Knex, users: readonly string[]): Promise<void> {
  await database("recovery_codes").whereIn("user_id", users).delete();
}
