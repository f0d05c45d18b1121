import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const tagOverrides = defineCollection({
  name: "tag_overrides",
  note: "Where a creator classifies a tag differently.",
  icon: "edit_note",
  group: "taxonomy",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    tag: f.string({ required: true }),
    dimension_id: f.reference("taxonomy_dimensions", { required: true }),
    weight: f.decimal(4, 3, { default: "1.000", check: "{} BETWEEN 0 AND 1" }),
    ignored: f.boolean({ default: false, note: "It counts for nothing" }),
    date_created: f.createdAt(),
  },
  unique: [["user_id", "tag"]],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "tag", "dimension_id", "weight", "ignored", "date_created"],
      create: ["tag", "dimension_id", "weight", "ignored"],
      update: ["tag", "dimension_id", "weight", "ignored"],
      delete: true,
    },
  },
});

export type TagOverride = Item<typeof tagOverrides>;
