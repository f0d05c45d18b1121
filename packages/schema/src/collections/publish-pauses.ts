import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const publishPauses = defineCollection({
  name: "publish_pauses",
  note: "Times in which nothing is sent, for one account or for all of a creator's.",
  icon: "pause_circle",
  group: "publishing",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", {
      onDelete: "CASCADE",
      note: "Empty: all accounts",
    }),
    reason: f.string(),
    paused_from: f.timestamp({ required: true }),
    paused_until: f.timestamp({ note: "Empty: until it is removed" }),
    date_created: f.createdAt(),
  },
  checks: { ends_after_start: "paused_until IS NULL OR paused_until > paused_from" },
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "creator_profile_id", "reason", "paused_from", "paused_until", "date_created"],
      create: ["creator_profile_id", "reason", "paused_from", "paused_until"],
      update: ["creator_profile_id", "reason", "paused_from", "paused_until"],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "creator_profile_id", "paused_from", "paused_until"],
    },
  },
});

export type PublishPause = Item<typeof publishPauses>;
