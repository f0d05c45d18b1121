import type { Field } from "@genie/schema";

/** A collection as tools speak of it. */
export type Table = {
  name: string;
  note: string;
  /** All that may ever leave, whoever asks; what its reader may see of it, Directus decides. */
  fields: ReadonlyMap<string, Field>;
  /** What everybody sees who sees any of it. */
  common: readonly string[];
};
