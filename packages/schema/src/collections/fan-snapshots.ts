import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const fanSnapshots = defineCollection({
  name: "fan_snapshots",
  note: "How a fan stood at each reading that found something new about her.",
  icon: "timeline",
  group: "audience",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    fan_profile_id: f.reference("fan_profiles", { required: true }),
    taken_at: f.timestamp({ required: true }),
    status: f.choice(["active", "expired", "unknown"], { default: "unknown" }),
    tier: f.string({ max: 80 }),
    total_spent: f.decimal(14, 2),
    engagement_score: f.integer(),
  },
  unique: [["fan_profile_id", "taken_at"]],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "fan_profile_id",
        "taken_at",
        "status",
        "tier",
        "total_spent",
        "engagement_score",
      ],
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "fan_profile_id", "taken_at"],
      create: [
        "user_id",
        "fan_profile_id",
        "taken_at",
        "status",
        "tier",
        "total_spent",
        "engagement_score",
      ],
    },
  },
});

export type FanSnapshot = Item<typeof fanSnapshots>;
