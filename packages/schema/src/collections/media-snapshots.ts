import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const mediaSnapshots = defineCollection({
  name: "media_snapshots",
  note: "How an entry of the library did, by the day, whenever a figure changed.",
  icon: "timeline",
  group: "library",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    scraped_media_id: f.reference("scraped_media", { required: true }),
    taken_on: f.timestamp({ required: true, note: "The day, from midnight UTC" }),
    likes: f.count(),
    comments: f.count(),
    views: f.count(),
    earnings: f.decimal(14, 2),
  },
  unique: [["scraped_media_id", "taken_on"]],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "scraped_media_id", "taken_on", "likes", "comments", "views", "earnings"],
    },
  },
});

export type MediaSnapshot = Item<typeof mediaSnapshots>;
