import type { SealContext } from "./associated-data.ts";
import type { KeyRing } from "./key-ring.ts";
import { open, seal, sealedKeyId } from "./seal.ts";

const context = {
  collection: "genie-helper",
  field: "canary",
  rowId: "canary",
  ownerId: "canary",
} as const satisfies SealContext;

/**
 * A value to store beside the data, one per key id, sealed with the ring's primary key. Checking it
 * at start tells a wrong key before anything is written with it.
 */
export function makeCanary(ring: KeyRing): string {
  return seal(ring, "canary", context);
}

/**
 * `unknown_key`: the ring has no key of the canary's id. `wrong_key`: it has one, but another than
 * the one that sealed the canary (or the canary was altered). Throws `unopenable` when the text is
 * not a sealed value at all.
 */
export function checkCanary(ring: KeyRing, canary: string): "ok" | "unknown_key" | "wrong_key" {
  if (!ring.masters.has(sealedKeyId(canary))) {
    return "unknown_key";
  }
  try {
    open(ring, canary, context);
    return "ok";
  } catch {
    return "wrong_key";
  }
}
