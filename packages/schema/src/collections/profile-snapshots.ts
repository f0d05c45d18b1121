import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const profileSnapshots = defineCollection({
  name: "profile_snapshots",
  note: "An account's figures at each reading.",
  icon: "monitoring",
  group: "audience",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", { required: true }),
    taken_at: f.timestamp({ required: true }),
    followers: f.count(),
    following: f.count(),
    posts: f.count(),
    likes: f.count(),
    earnings: f.decimal(14, 2),
    raw: f.json(z.record(z.string(), z.unknown())),
  },
  indexes: [{ columns: ["creator_profile_id", "taken_at"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "creator_profile_id",
        "taken_at",
        "followers",
        "following",
        "posts",
        "likes",
        "earnings",
      ],
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "creator_profile_id", "taken_at"],
      create: [
        "user_id",
        "creator_profile_id",
        "taken_at",
        "followers",
        "following",
        "posts",
        "likes",
        "earnings",
        "raw",
      ],
    },
  },
});

export type ProfileSnapshot = Item<typeof profileSnapshots>;
