import { checkCanary, type KeyRing, sealedKeyId } from "@genie/crypto";
import { AppError } from "@genie/errors";

/** Throws `misconfigured` unless the worker's keys open the samples of all that stored log-ins are sealed with. */
export function checkKeys(ring: KeyRing, canaries: readonly string[]): void {
  const wrong = canaries.filter((canary) => checkCanary(ring, canary) !== "ok").map(sealedKeyId);
  if (wrong.length === 0) return;
  throw new AppError(
    "misconfigured",
    `SEALING_KEYS of the worker lacks the right key ${wrong.join(", ")}, so it could not open the stored log-ins. Give it the SEALING_KEYS that Directus has. Nothing was changed.`,
  );
}
