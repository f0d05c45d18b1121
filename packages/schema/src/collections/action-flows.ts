import { z } from "zod";
import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { FlowStep } from "../flow-step.ts";

const active = { active: { _eq: true } };

export const actionFlows = defineCollection({
  name: "action_flows",
  note: "What the assistant can do, step by step. Of those that come with the product only the switch can be changed.",
  icon: "account_tree",
  group: "automation",
  fields: {
    id: f.primaryKey(),
    slug: f.string({ required: true, unique: true, max: 64 }),
    name: f.string({ required: true }),
    description: f.text(),
    steps: f.json(z.array(FlowStep), { required: true }),
    active: f.boolean({ default: true }),
    input_schema: f.json(z.record(z.string(), z.unknown()), { note: "JSON Schema of the input" }),
    confirm: f.choice(["never", "always"], { default: "never" }),
  },
  access: {
    creator: {
      rows: active,
      read: ["id", "slug", "name", "description", "steps", "active", "input_schema", "confirm"],
    },
    viewer: {
      rows: active,
      read: ["id", "slug", "name", "description", "active", "input_schema", "confirm"],
    },
    worker: {
      rows: null,
      read: ["id", "slug", "name", "description", "steps", "active", "input_schema", "confirm"],
    },
  },
});

export type ActionFlow = Item<typeof actionFlows>;
