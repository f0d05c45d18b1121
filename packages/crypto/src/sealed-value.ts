import { wirePrefix } from "./wire-format.ts";

/** The shape in which a JSON field stores what `seal` made: `{"sealed":"cb1.…"}`. */
export type SealedValue = { sealed: string };

/** What to store for a value that `seal` has just returned. */
export function toSealedValue(sealed: string): SealedValue {
  return { sealed };
}

/**
 * Whether a value read from the database has the stored shape. It says nothing about whether it
 * opens, and must not be used to let a caller's value through unsealed.
 */
export function isSealedValue(value: unknown): value is SealedValue {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === 1 &&
    "sealed" in value &&
    typeof value.sealed === "string" &&
    value.sealed.startsWith(wirePrefix)
  );
}
