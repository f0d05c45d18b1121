import { checkCanary, type KeyRing, parseKeyRing, sealedKeyId, sealedStart } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { everySealedField } from "@genie/schema";
import { type Database, tableExists, withDatabase } from "./database.ts";
import type { Env } from "./env.ts";
import { keepCanaries } from "./keep-canaries.ts";

/**
 * Refuses to start with a key ring that can't open what is already stored, and keeps a sealed sample of each
 * key that it has. A key that is gone and seals nothing any more is forgotten.
 */
export async function checkKeys(env: Env): Promise<void> {
  const ring = parseKeyRing(env.SEALING_KEYS, env.SEALING_PRIMARY_KEY);
  await withDatabase(env, async (database) => {
    if (!(await tableExists(database, "sealing_keys"))) return;
    const { rows } = await database.query<{ canary: string }>("select canary from sealing_keys");
    for (const { canary } of rows) await checkOne(database, ring, canary);
    await keepCanaries(database, ring);
  });
}

async function checkOne(database: Database, ring: KeyRing, canary: string): Promise<void> {
  const result = checkCanary(ring, canary);
  if (result === "ok") return;
  const id = sealedKeyId(canary);
  if (result === "wrong_key") {
    throw misconfigured(
      `Key ${id} in SEALING_KEYS is not the key that sealed the stored log-ins. Put the right one back from your backup. Nothing was changed.`,
    );
  }
  if (await isInUse(database, id)) {
    throw misconfigured(
      `Stored log-ins are sealed with key ${id}, and SEALING_KEYS does not have it. Put it back from your backup; without it they have to be entered again. Nothing was changed.`,
    );
  }
  await database.query("delete from sealing_keys where key_id = $1", [id]);
}

async function isInUse(database: Database, keyId: number): Promise<boolean> {
  const start = sealedStart(keyId);
  for (const { collection, field } of everySealedField) {
    if (!(await tableExists(database, collection))) continue;
    const { rowCount } = await database.query(
      `select from "${collection}" where left("${field}"->>'sealed', $2) = $1 limit 1`,
      [start, start.length],
    );
    if (rowCount !== 0) return true;
  }
  return false;
}

function misconfigured(sentence: string): AppError {
  return new AppError("misconfigured", sentence);
}
