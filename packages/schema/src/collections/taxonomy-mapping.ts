import { z } from "zod";
import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

const readable = ["id", "tag", "dimension_id", "weight", "aliases", "active"] as const;

export const taxonomyMapping = defineCollection({
  name: "taxonomy_mapping",
  note: "Tags and the concept that each belongs to.",
  icon: "sell",
  group: "taxonomy",
  fields: {
    id: f.primaryKey(),
    tag: f.string({ required: true, unique: true }),
    dimension_id: f.reference("taxonomy_dimensions", { required: true }),
    weight: f.decimal(4, 3, { default: "1.000", check: "{} BETWEEN 0 AND 1" }),
    aliases: f.json(z.array(z.string())),
    active: f.boolean({ default: true, note: "Switched off, it is found no more" }),
    shipped: f.string({
      max: 64,
      note: "Of a row that came with the product: what it said. A row that differs is yours, and stays",
    }),
    date_updated: f.updatedAt(),
  },
  access: {
    creator: { rows: null, read: readable },
    viewer: { rows: null, read: readable },
    worker: { rows: null, read: readable },
  },
});

export type TaxonomyMapping = Item<typeof taxonomyMapping>;
