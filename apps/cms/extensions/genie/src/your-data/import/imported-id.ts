import { createHash } from "node:crypto";

/**
 * The id that a row of an export has with whoever imports it (RFC 9562, version 8): the same every time, so that what
 * is imported twice is there once, and nobody else's.
 */
export function importedId(user: string, collection: string, id: string): string {
  const hex = createHash("sha256").update(`genie import ${user} ${collection} ${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
