import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const platformSessions = defineCollection({
  name: "platform_sessions",
  note: "Browser sessions on the platforms. The cookies are sealed.",
  icon: "cookie",
  group: "accounts",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", { required: true }),
    platform: f.string({ required: true, max: 64, index: true }),
    cookies: f.sealed("The cookies, sealed with AES-256-GCM. Written, never read back."),
    key_id: f.count({ note: "The sealing key that was used" }),
    user_agent: f.string({ max: 512 }),
    status: f.choice(["active", "expired", "revoked"], { default: "active" }),
    captured_by: f.choice(["extension", "live_login", "password_login", "token"], {
      required: true,
    }),
    captured_at: f.createdAt(),
    expires_at: f.timestamp(),
    last_used_at: f.timestamp({ note: "When the platform last took it" }),
    ended_at: f.timestamp({ note: "When the platform first refused it" }),
  },
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "creator_profile_id",
        "platform",
        "key_id",
        "user_agent",
        "status",
        "captured_by",
        "captured_at",
        "expires_at",
        "last_used_at",
        "ended_at",
      ],
      create: [
        "creator_profile_id",
        "platform",
        "cookies",
        "user_agent",
        "captured_by",
        "expires_at",
      ],
      update: ["cookies", "user_agent", "status", "expires_at"],
      delete: true,
    },
    worker: {
      rows: null,
      read: [
        "id",
        "user_id",
        "creator_profile_id",
        "platform",
        "cookies",
        "user_agent",
        "status",
        "captured_by",
        "captured_at",
        "expires_at",
      ],
      create: [
        "user_id",
        "creator_profile_id",
        "platform",
        "cookies",
        "user_agent",
        "captured_by",
        "expires_at",
      ],
      update: ["cookies", "user_agent", "status", "expires_at", "last_used_at", "ended_at"],
    },
  },
});

export type PlatformSession = Item<typeof platformSessions>;
