import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const mediaPresets = defineCollection({
  name: "media_presets",
  note: "Settings for watermarks, teasers and the like.",
  icon: "tune",
  group: "library",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    name: f.string({ required: true, max: 80 }),
    job_type: f.choice(["watermark", "teaser", "compress", "strip_metadata"], { required: true }),
    options: f.json(z.record(z.string(), z.unknown()), { required: true }),
    watermark_file_id: f.file({
      note: "The picture in its options, so that it stays. Set by the gate.",
    }),
    is_default: f.boolean({ default: false, note: "What the work starts from" }),
  },
  unique: [["user_id", "job_type", "name"]],
  access: {
    creator: {
      rows: ownRows,
      read: ["id", "name", "job_type", "options", "watermark_file_id", "is_default"],
      create: ["name", "job_type", "options", "watermark_file_id", "is_default"],
      update: ["name", "options", "watermark_file_id", "is_default"],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "name", "job_type", "options", "watermark_file_id"],
    },
  },
});

export type MediaPreset = Item<typeof mediaPresets>;
