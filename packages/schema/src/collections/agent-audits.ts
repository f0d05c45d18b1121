import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { actionEffects, actionSources } from "../actions.ts";

export const agentAudits = defineCollection({
  name: "agent_audits",
  note: "Every action that was run, for whom, and how it ended.",
  icon: "policy",
  group: "automation",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    action_slug: f.string({ required: true, max: 64 }),
    source: f.choice(actionSources, { required: true }),
    effect: f.choice(actionEffects, { note: "The hardest that it could have had" }),
    params: f.json(z.record(z.string(), z.unknown())),
    status: f.choice(["success", "error", "miss"], { required: true }),
    result: f.json(z.unknown()),
    steps: f.json(z.array(z.record(z.string(), z.unknown()))),
    error_message: f.text(),
    duration_ms: f.count(),
    executed_at: f.createdAt(),
  },
  indexes: [{ columns: ["user_id", "executed_at"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "action_slug",
        "source",
        "effect",
        "params",
        "status",
        "result",
        "steps",
        "error_message",
        "duration_ms",
        "executed_at",
      ],
    },
  },
});

export type AgentAudit = Item<typeof agentAudits>;
