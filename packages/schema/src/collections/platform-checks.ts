import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const platformChecks = defineCollection({
  name: "platform_checks",
  note: "Platforms that were read once, whole and without a doubt, with somebody's own account.",
  icon: "verified",
  group: "automation",
  fields: {
    id: f.primaryKey(),
    platform: f.string({ required: true, max: 64, unique: true }),
    version: f.integer({ required: true, note: "Of the recipe that was checked" }),
    passed_at: f.timestamp({ required: true }),
    creator_profile_id: f.reference("creator_profiles", {
      note: "The account it was checked with",
    }),
  },
  access: {
    creator: { rows: null, read: ["id", "platform", "version", "passed_at"] },
    worker: {
      rows: null,
      read: ["id", "platform"],
      create: ["platform", "version", "passed_at", "creator_profile_id"],
      update: ["version", "passed_at", "creator_profile_id"],
    },
  },
});

export type PlatformCheck = Item<typeof platformChecks>;
