import { stableId } from "@genie/crypto";

/**
 * The id that a row of an export has with whoever imports it: the same every time, so that what is imported twice is
 * there once, and nobody else's.
 */
export const importedId = (user: string, collection: string, id: string): string =>
  stableId(`genie import ${user} ${collection} ${id}`);
