import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

const readable = ["id", "platform", "cause", "reason", "date_created"] as const;

export const publishStops = defineCollection({
  name: "publish_stops",
  note: "While there is a row nothing is sent for anybody: on one platform, or on all.",
  icon: "block",
  group: "publishing",
  fields: {
    id: f.primaryKey(),
    platform: f.string({ max: 64, unique: true, note: "Empty: all platforms" }),
    cause: f.choice(["operator", "restore"], { default: "operator" }),
    reason: f.string({ note: "Shown to creators, as a sentence" }),
    date_created: f.createdAt(),
  },
  access: {
    creator: { rows: null, read: readable },
  },
});

export type PublishStop = Item<typeof publishStops>;
