import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const hitlSessions = defineCollection({
  name: "hitl_sessions",
  note: "Platforms that ask for the person: a log-in, a code, a puzzle.",
  icon: "front_hand",
  group: "accounts",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", { required: true }),
    platform: f.string({ required: true, max: 64 }),
    status: f.choice(["pending", "completed", "expired", "failed", "cancelled"], {
      default: "pending",
    }),
    reason: f.choice(["login", "two_factor", "challenge", "session_expired"], { required: true }),
    requested_at: f.createdAt(),
    completed_at: f.timestamp(),
    expires_at: f.timestamp(),
    resumes_job_id: f.reference("media_jobs", {
      note: "Of earlier releases: a job says itself what it waits for",
    }),
    notes: f.text(),
    browser_session_id: f.string({ max: 64, note: "The browser that waits for her" }),
    ticket_hash: f.string({ max: 64, note: "SHA-256 of the one-time way into that browser" }),
    ticket_expires_at: f.timestamp(),
  },
  indexes: [{ columns: ["user_id", "status"] }, { columns: ["creator_profile_id", "status"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "creator_profile_id",
        "platform",
        "status",
        "reason",
        "requested_at",
        "completed_at",
        "expires_at",
        "notes",
      ],
      delete: true,
    },
    worker: {
      rows: null,
      read: ["id", "creator_profile_id", "status", "reason"],
      create: ["user_id", "creator_profile_id", "platform", "reason", "expires_at", "notes"],
      update: ["browser_session_id"],
    },
  },
});

export type HitlSession = Item<typeof hitlSessions>;
