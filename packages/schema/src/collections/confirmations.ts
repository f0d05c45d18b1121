import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const confirmations = defineCollection({
  name: "confirmations",
  note: "Actions that wait for the person's yes, with what they would do.",
  icon: "task_alt",
  group: "automation",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    action_slug: f.string({ required: true, max: 64 }),
    params_hash: f.string({ required: true, max: 64, note: "SHA-256 of what was previewed" }),
    preview: f.json(z.record(z.string(), z.unknown()), { required: true }),
    status: f.choice(["pending", "confirmed", "declined", "expired"], { default: "pending" }),
    expires_at: f.timestamp({ required: true }),
    date_created: f.createdAt(),
  },
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "action_slug", "preview", "status", "expires_at", "date_created"],
    },
  },
});

export type Confirmation = Item<typeof confirmations>;
