import type { Audience, Fields, Grant } from "./collection.ts";

/** A collection of Directus' own that we add fields to or grant rights on. */
export type SystemCollection = {
  name: `directus_${string}`;
  /** The field by which a row is somebody's; null when no row is anybody's. */
  ownerField: string | null;
  fields: Fields;
  access: Partial<Record<Audience, Grant>>;
};
