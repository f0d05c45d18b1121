import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

const told = ["title", "messages"] as const;

export const conversations = defineCollection({
  name: "conversations",
  note: "What creators and their assistant said to each other.",
  icon: "forum",
  group: "automation",
  // Saved every two seconds of an answer, and she deletes it to have its words gone.
  unrecorded: true,
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    title: f.string({ required: true, max: 120 }),
    messages: f.json(z.array(z.record(z.string(), z.unknown())), { required: true }),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  indexes: [{ columns: ["user_id", "date_updated"] }],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", ...told, "date_created", "date_updated"],
      create: told,
      update: told,
      delete: true,
    },
  },
});

export type Conversation = Item<typeof conversations>;
