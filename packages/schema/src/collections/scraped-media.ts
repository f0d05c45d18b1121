import { z } from "zod";
import { Classification, Corrections } from "../classification.ts";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

const origin = ["creator_profile_id", "platform_post_id", "source", "derived_from"] as const;
const described = ["file_id", "files", "caption", "alt_text", "tags"] as const;
const content = ["media_type", ...described] as const;
const measured = [
  "likes",
  "comments",
  "views",
  "earnings",
  "currency",
  "permalink",
  "width",
  "height",
  "duration_s",
] as const;

export const scrapedMedia = defineCollection({
  name: "scraped_media",
  note: "Pictures and videos: read from the platforms, uploaded, or made from others.",
  icon: "photo_library",
  group: "library",
  // Captions are saved as they are typed, and what is deleted is to be gone; each reading changes many.
  unrecorded: true,
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles"),
    platform_post_id: f.string(),
    media_type: f.choice(["image", "video", "gallery"], { required: true }),
    file_id: f.file(),
    files: f.listThrough({
      junction: "scraped_media_files",
      here: "scraped_media_id",
      there: "directus_files_id",
      target: "directus_files",
    }),
    source: f.choice(["scraped", "uploaded", "derived"], { default: "uploaded" }),
    derived_from: f.reference("scraped_media"),
    caption: f.text(),
    alt_text: f.text({ note: "What it shows, in words, for people who don't see it" }),
    tags: f.json(z.array(z.string())),
    taxonomy_concepts: f.json(Classification, { note: "Classification over the six concepts" }),
    taxonomy_corrections: f.json(Corrections, { note: "What its creator says of that" }),
    taxonomy_proposals: f.json(z.array(z.string()), {
      note: "Tags that a language model proposes",
    }),
    classified_at: f.timestamp({ note: "Empty while it is due" }),
    published_at: f.timestamp(),
    likes: f.count(),
    comments: f.count(),
    views: f.count(),
    earnings: f.decimal(14, 2),
    currency: f.string({ max: 3, note: "ISO 4217" }),
    permalink: f.string({ max: 2048 }),
    perceptual_hash: f.string({ max: 64 }),
    width: f.count(),
    height: f.count(),
    duration_s: f.decimal(10, 3),
    made_by: f.reference("media_jobs", {
      unique: true,
      note: "The job that made it, so that it makes no second one",
    }),
    trashed_at: f.timestamp({ note: "Deleted then; gone for good 30 days later" }),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  unique: [["creator_profile_id", "platform_post_id"]],
  indexes: [{ columns: ["user_id", "published_at"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        ...origin,
        ...content,
        ...measured,
        "taxonomy_concepts",
        "taxonomy_corrections",
        "classified_at",
        "published_at",
        "trashed_at",
        "date_created",
        "date_updated",
      ],
      create: ["creator_profile_id", "media_type", "derived_from", ...described],
      update: described,
      delete: true,
    },
    worker: {
      rows: null,
      read: [
        "id",
        "user_id",
        ...origin,
        ...content,
        ...measured,
        "published_at",
        "made_by",
        "date_created",
      ],
      create: [
        "user_id",
        ...origin,
        ...content,
        ...measured,
        "published_at",
        "perceptual_hash",
        "made_by",
      ],
      update: [...content, ...measured, "published_at", "perceptual_hash"],
    },
  },
});

export type ScrapedMedia = Item<typeof scrapedMedia>;
