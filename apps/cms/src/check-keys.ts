import { checkCanary, parseKeyRing, sealedKeyId } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { tableExists, withDatabase } from "./database.ts";
import type { Env } from "./env.ts";

/** Refuses to start with a key ring that can't open what is already stored. */
export async function checkKeys(env: Env): Promise<void> {
  const ring = parseKeyRing(env.SEALING_KEYS, env.SEALING_PRIMARY_KEY);
  const canaries = await withDatabase(env, async (database) =>
    (await tableExists(database, "sealing_keys"))
      ? (await database.query<{ canary: string }>("select canary from sealing_keys")).rows
      : [],
  );
  for (const { canary } of canaries) {
    const result = checkCanary(ring, canary);
    if (result === "ok") continue;
    const id = sealedKeyId(canary);
    throw new AppError(
      "misconfigured",
      result === "unknown_key"
        ? `The stored log-ins are sealed with key ${id}, and SEALING_KEYS does not have it. Put it back from your backup; without it every log-in has to be entered again.`
        : `Key ${id} in SEALING_KEYS is not the key that sealed the stored log-ins. Put the right one back from your backup. Nothing was changed.`,
    );
  }
}
