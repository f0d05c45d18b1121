import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const savedViews = defineCollection({
  name: "saved_views",
  note: "Filters that creators keep for a page of the dashboard.",
  icon: "bookmark",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    page: f.string({ required: true, max: 64 }),
    name: f.string({ required: true, max: 80 }),
    query: f.json(z.record(z.string(), z.unknown()), { required: true }),
    sort: f.integer(),
  },
  unique: [["user_id", "page", "name"]],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "page", "name", "query", "sort"],
      create: ["page", "name", "query", "sort"],
      update: ["page", "name", "query", "sort"],
      delete: true,
    },
  },
});

export type SavedView = Item<typeof savedViews>;
