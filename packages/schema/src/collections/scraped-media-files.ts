import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const scrapedMediaFiles = defineCollection({
  name: "scraped_media_files",
  note: "Which files a medium has, in order.",
  icon: "import_export",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    scraped_media_id: f.reference("scraped_media", { required: true }),
    directus_files_id: f.file({ required: true }),
    sort: f.integer(),
  },
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "scraped_media_id", "directus_files_id", "sort"],
      create: ["scraped_media_id", "directus_files_id", "sort"],
      update: ["sort"],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "scraped_media_id", "directus_files_id", "sort"],
      create: ["user_id", "scraped_media_id", "directus_files_id", "sort"],
      update: ["sort"],
      delete: true,
    },
  },
});

export type ScrapedMediaFile = Item<typeof scrapedMediaFiles>;
