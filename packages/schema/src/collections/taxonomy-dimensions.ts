import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

const fields = {
  id: f.primaryKey(),
  slug: f.string({ required: true, unique: true, max: 64 }),
  concept_name: f.string({ required: true }),
  description: f.text(),
  display_order: f.integer({ required: true }),
};
const readable = ["id", "slug", "concept_name", "description", "display_order"] as const;

export const taxonomyDimensions = defineCollection({
  name: "taxonomy_dimensions",
  note: "The six concepts that content is classified by. They come with the product.",
  icon: "category",
  group: "taxonomy",
  fields,
  access: {
    creator: { rows: null, read: readable },
    viewer: { rows: null, read: readable },
    worker: { rows: null, read: readable },
  },
});

export type TaxonomyDimension = Item<typeof taxonomyDimensions>;
