import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const fanProfiles = defineCollection({
  name: "fan_profiles",
  note: "Fans, how engaged they are, and the creator's notes on them.",
  icon: "groups",
  group: "audience",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", { required: true }),
    platform_fan_id: f.string({ required: true }),
    username: f.string(),
    status: f.choice(["active", "expired", "unknown"], { default: "unknown" }),
    subscribed_at: f.timestamp(),
    engagement_score: f.integer(),
    total_spent: f.decimal(14, 2),
    last_interaction: f.timestamp(),
    notes: f.text(),
  },
  unique: [["creator_profile_id", "platform_fan_id"]],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "creator_profile_id",
        "platform_fan_id",
        "username",
        "status",
        "subscribed_at",
        "engagement_score",
        "total_spent",
        "last_interaction",
        "notes",
      ],
      create: ["creator_profile_id", "platform_fan_id", "username", "notes"],
      update: ["notes"],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "creator_profile_id", "platform_fan_id"],
      create: [
        "user_id",
        "creator_profile_id",
        "platform_fan_id",
        "username",
        "status",
        "subscribed_at",
        "engagement_score",
        "total_spent",
        "last_interaction",
      ],
      update: [
        "username",
        "status",
        "subscribed_at",
        "engagement_score",
        "total_spent",
        "last_interaction",
      ],
    },
  },
});

export type FanProfile = Item<typeof fanProfiles>;
