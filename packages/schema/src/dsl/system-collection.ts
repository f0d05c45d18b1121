import type { Audience, Fields, Grant } from "./collection.ts";

/** A collection of Directus' own that we add fields to or grant rights on. */
export type SystemCollection = {
  name: `directus_${string}`;
  ownerField: string;
  fields: Fields;
  access: Partial<Record<Audience, Grant>>;
};
