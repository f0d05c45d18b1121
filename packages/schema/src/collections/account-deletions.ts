import { z } from "zod";
import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const accountDeletions = defineCollection({
  name: "account_deletions",
  note: "People whose accounts were deleted with everything in them, without a word of who they were.",
  icon: "person_remove",
  group: "people",
  fields: {
    id: f.primaryKey(),
    status: f.choice(["running", "completed"], { default: "running" }),
    asked_by: f.choice(["herself", "operator"], { required: true }),
    person: f.string({ max: 36, note: "Empty when all of it is done", index: true }),
    removed: f.json(z.record(z.string(), z.int()), {
      required: true,
      note: "How many rows and files of each kind are gone",
    }),
    error: f.text({ note: "Why the last try did not get to the end; it is tried again" }),
    ticket_hash: f.string({ max: 64, note: "SHA-256 of the way to its report" }),
    date_created: f.createdAt(),
    completed_at: f.timestamp(),
  },
  access: {},
});

export type AccountDeletion = Item<typeof accountDeletions>;
