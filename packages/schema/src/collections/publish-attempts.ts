import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const publishAttempts = defineCollection({
  name: "publish_attempts",
  note: "Each try to send a post, written before it is sent.",
  icon: "receipt_long",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    post_id: f.reference("scheduled_posts", { required: true }),
    generation: f.count({ required: true }),
    n: f.count({ required: true }),
    state: f.choice(
      ["started", "sending", "succeeded", "refused", "unknown", "released", "put_off"],
      { required: true },
    ),
    idempotency_key: f.string(),
    claim_token: f.string({ max: 36, note: "Of the claim that was to send it" }),
    sent_at: f.timestamp(),
    finished_at: f.timestamp(),
    not_found_at: f.timestamp({ note: "When a look-up on the platform first found nothing" }),
    look_ups: f.count({
      default: 0,
      note: "How often it was looked for, or sent with its key again",
    }),
    platform_post_id: f.string({ note: "As its sender was told; empty where it was looked up" }),
    error: f.text(),
  },
  unique: [["post_id", "generation", "n"]],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "post_id",
        "generation",
        "n",
        "state",
        "sent_at",
        "finished_at",
        "platform_post_id",
        "error",
      ],
    },
    worker: {
      rows: null,
      read: ["id", "user_id", "post_id", "generation", "n", "state", "idempotency_key", "sent_at"],
    },
  },
});

export type PublishAttempt = Item<typeof publishAttempts>;
