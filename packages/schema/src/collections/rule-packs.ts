import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { PostRules } from "../post-rules.ts";

const said = [
  "name",
  "kind",
  "platform",
  "creator_profile_id",
  "is_enabled",
  "rules",
  "source_url",
] as const;

export const rulePacks = defineCollection({
  name: "rule_packs",
  note: "Rules that posts have to follow: a creator's own, and those of communities she posts in.",
  icon: "rule",
  group: "publishing",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    name: f.string({ required: true, max: 80 }),
    kind: f.choice(["house", "community"], { default: "house" }),
    platform: f.string({ max: 64, note: "Empty: all platforms" }),
    creator_profile_id: f.reference("creator_profiles", {
      onDelete: "CASCADE",
      note: "Empty: all accounts",
    }),
    is_enabled: f.boolean({ default: true }),
    rules: f.json(PostRules, { required: true }),
    source_url: f.string({ max: 2048, note: "Where a community says its rules" }),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  unique: [["user_id", "name"]],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", ...said, "date_created", "date_updated"],
      create: said,
      update: said,
      delete: true,
    },
  },
});

export type RulePack = Item<typeof rulePacks>;
