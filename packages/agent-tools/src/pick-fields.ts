import type { Field } from "@genie/schema";
import type { Table } from "./table.ts";

/** Where the rule below would bring too much or too little. */
const chosen: Readonly<Record<string, readonly string[]>> = {
  creator_profiles: [
    "id",
    "platform",
    "username",
    "connection_status",
    "scrape_status",
    "scrape_error",
    "last_scraped_at",
    "timezone",
  ],
  directus_files: [
    "id",
    "title",
    "filename_download",
    "type",
    "filesize",
    "width",
    "height",
    "duration",
    "uploaded_on",
  ],
  media_jobs: [
    "id",
    "job_type",
    "status",
    "progress",
    "input_media_id",
    "output_media_id",
    "post_id",
    "error",
    "created_at",
    "completed_at",
  ],
  scheduled_posts: [
    "id",
    "creator_profile_id",
    "status",
    "scheduled_for",
    "timezone",
    "caption",
    "media_id",
    "rating",
    "published_at",
    "permalink",
    "error_message",
  ],
  scraped_media: [
    "id",
    "creator_profile_id",
    "media_type",
    "source",
    "caption",
    "tags",
    "published_at",
    "likes",
    "comments",
    "views",
    "earnings",
    "currency",
    "permalink",
  ],
};

/** What a list shows when nobody says: what everybody may read of it, without long and virtual values. */
export const fieldsOfList = (table: Table): readonly string[] =>
  chosen[table.name] ?? table.common.filter((name) => isShort(table.fields.get(name)));

/** What one row shows when nobody says. */
export const fieldsOfRow = (table: Table): readonly string[] =>
  table.common.filter((name) => table.fields.get(name)?.kind !== "list");

const isShort = (field: Field | undefined) => field?.kind !== "json" && field?.kind !== "list";
