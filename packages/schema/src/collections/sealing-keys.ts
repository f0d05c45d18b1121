import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const sealingKeys = defineCollection({
  name: "sealing_keys",
  note: "A sealed sample for each key, so that a wrong key is noticed at the start. Not the keys.",
  icon: "vpn_key",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    key_id: f.integer({ required: true, unique: true }),
    canary: f.text({ required: true }),
    date_created: f.createdAt(),
  },
  access: {},
});

export type SealingKey = Item<typeof sealingKeys>;
