import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const dataTransfers = defineCollection({
  name: "data_transfers",
  note: "Copies of everything that a person owns, as they were downloaded or brought in.",
  icon: "archive",
  group: "people",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    kind: f.choice(["export", "import"], { default: "export" }),
    status: f.choice(["ready", "running", "completed", "failed", "cancelled"], {
      default: "ready",
    }),
    progress: f.integer({ default: 0, check: "{} BETWEEN 0 AND 100" }),
    result: f.json(z.record(z.string(), z.unknown()), { note: "How much it was, or what came in" }),
    error: f.text(),
    ticket_hash: f.string({ max: 64, note: "SHA-256 of the one-time way to it" }),
    ticket_expires_at: f.timestamp(),
    alive_at: f.timestamp({ note: "When it was last seen to go on" }),
    date_created: f.createdAt(),
    completed_at: f.timestamp(),
  },
  indexes: [{ columns: ["user_id", "date_created"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "kind",
        "status",
        "progress",
        "result",
        "error",
        "alive_at",
        "date_created",
        "completed_at",
      ],
    },
  },
});

export type DataTransfer = Item<typeof dataTransfers>;
