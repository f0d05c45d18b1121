import { AppError } from "@genie/errors";
import type { SealContext } from "./associated-data.ts";
import type { KeyRing } from "./key-ring.ts";
import { open } from "./seal.ts";

/**
 * Opens a value that was sealed as JSON, as the gate seals every field.
 *
 * Throws `unopenable`, always the same, when it does not open or is no JSON.
 */
export function openJson(ring: KeyRing, sealed: string, context: SealContext): unknown {
  const plaintext = open(ring, sealed, context);
  try {
    return JSON.parse(plaintext);
  } catch {
    // Without the cause: its message quotes the secret.
    throw new AppError("unopenable", "A stored secret is damaged. Enter it again.");
  }
}
