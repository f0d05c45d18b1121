import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const creatorProfiles = defineCollection({
  name: "creator_profiles",
  note: "Accounts on the platforms, their log-ins and how often they are read.",
  icon: "account_circle",
  group: "accounts",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    platform: f.string({ required: true, max: 64 }),
    username: f.string({ required: true }),
    credentials: f.sealed("The log-in, sealed with AES-256-GCM. Written, never read back."),
    scrape_enabled: f.boolean({ default: false }),
    scrape_frequency: f.string({ default: "0 */6 * * *", note: "Cron expression", max: 64 }),
    last_scraped_at: f.timestamp(),
    scrape_status: f.choice(["idle", "running", "success", "error"], { default: "idle" }),
    scrape_error: f.text(),
    connection_status: f.choice(["connected", "needs_login", "expired", "error"], {
      default: "needs_login",
    }),
    publish_after: f.timestamp({ note: "The platform wants no posts of this account before" }),
    profile_data: f.json(z.record(z.string(), z.unknown()), { note: "Figures of the last scrape" }),
    timezone: f.string({ default: "UTC", max: 64, note: "IANA time zone" }),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  unique: [["user_id", "platform", "username"]],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "platform",
        "username",
        "scrape_enabled",
        "scrape_frequency",
        "last_scraped_at",
        "scrape_status",
        "scrape_error",
        "connection_status",
        "publish_after",
        "profile_data",
        "timezone",
        "date_created",
        "date_updated",
      ],
      create: [
        "platform",
        "username",
        "credentials",
        "scrape_enabled",
        "scrape_frequency",
        "timezone",
      ],
      update: ["username", "credentials", "scrape_enabled", "scrape_frequency", "timezone"],
      delete: true,
    },
    worker: {
      rows: null,
      read: [
        "id",
        "user_id",
        "platform",
        "username",
        "credentials",
        "scrape_enabled",
        "scrape_frequency",
        "last_scraped_at",
        "scrape_status",
        "connection_status",
        "timezone",
      ],
      update: [
        "last_scraped_at",
        "scrape_status",
        "scrape_error",
        "connection_status",
        "profile_data",
      ],
    },
  },
});

export type CreatorProfile = Item<typeof creatorProfiles>;
