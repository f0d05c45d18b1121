import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const scheduledPostsMedia = defineCollection({
  name: "scheduled_posts_media",
  note: "Which media a post has, in order.",
  icon: "import_export",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    scheduled_posts_id: f.reference("scheduled_posts", { required: true }),
    scraped_media_id: f.reference("scraped_media", { required: true }),
    sort: f.integer(),
  },
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "scheduled_posts_id", "scraped_media_id", "sort"],
      create: ["scheduled_posts_id", "scraped_media_id", "sort"],
      update: ["sort"],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "scheduled_posts_id", "scraped_media_id", "sort"],
    },
  },
});

export type ScheduledPostMedia = Item<typeof scheduledPostsMedia>;
