import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const extensionPairings = defineCollection({
  name: "extension_pairings",
  note: "Browsers whose extension may hand over cookies. Delete a row to take that back.",
  icon: "extension",
  group: "people",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    name: f.string({ required: true, max: 80 }),
    code_hash: f.string({ required: true, unique: true, max: 64 }),
    status: f.choice(["pending", "active"], { default: "pending" }),
    expires_at: f.timestamp({ required: true, note: "Of the code, later of the pairing" }),
    last_seen_at: f.timestamp(),
    date_created: f.createdAt(),
  },
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "name", "status", "expires_at", "last_seen_at", "date_created"],
      delete: true,
    },
  },
});

export type ExtensionPairing = Item<typeof extensionPairings>;
