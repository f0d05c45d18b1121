import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const userPersonas = defineCollection({
  name: "user_personas",
  note: "Who a person is to the product: name, voice, preferences.",
  icon: "badge",
  group: "people",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner({ unique: true }),
    display_name: f.string(),
    onboarding_state: f.string({ default: "new", max: 64 }),
    timezone: f.string({ default: "UTC", max: 64, note: "IANA time zone" }),
    brand_voice: f.text(),
    watermark_file_id: f.file(),
    preferences: f.json(z.record(z.string(), z.unknown())),
  },
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "display_name",
        "onboarding_state",
        "timezone",
        "brand_voice",
        "watermark_file_id",
        "preferences",
      ],
      update: [
        "display_name",
        "onboarding_state",
        "timezone",
        "brand_voice",
        "watermark_file_id",
        "preferences",
      ],
    },
    worker: { rows: null, read: ["id", "user_id", "timezone", "watermark_file_id"] },
  },
});

export type UserPersona = Item<typeof userPersonas>;
