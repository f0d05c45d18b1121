import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { ActionPreview, actionSources } from "../actions.ts";

export const confirmations = defineCollection({
  name: "confirmations",
  note: "Actions that wait for the person's yes, with what they would do.",
  icon: "task_alt",
  group: "automation",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    action_slug: f.string({ required: true, max: 64 }),
    source: f.choice(actionSources, { required: true }),
    asked_as: f.string({
      max: 36,
      note: "The role of the program that asked, and no more is done",
    }),
    params: f.sealedByGate("Sealed; empty once it is answered"),
    params_hash: f.string({ required: true, max: 64, note: "SHA-256 of what was previewed" }),
    preview: f.json(ActionPreview, { required: true }),
    status: f.choice(["pending", "confirmed", "declined", "expired"], { default: "pending" }),
    expires_at: f.timestamp({ required: true }),
    agent_audit_id: f.reference("agent_audits", { note: "The run that her yes started" }),
    date_created: f.createdAt(),
  },
  indexes: [{ columns: ["user_id", "date_created"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "action_slug",
        "source",
        "preview",
        "status",
        "expires_at",
        "agent_audit_id",
        "date_created",
      ],
    },
  },
});

export type Confirmation = Item<typeof confirmations>;
