import type { SystemCollection } from "../dsl/system-collection.ts";

/** What flows tell a person. She reads hers, and puts away what she has read. */
export const directusNotifications = {
  name: "directus_notifications",
  ownerField: "recipient",
  fields: {},
  access: {
    creator: {
      rows: { recipient: { _eq: "$CURRENT_USER" } },
      read: ["id", "timestamp", "status", "subject", "message", "collection", "item"],
      update: ["status"],
    },
  },
} as const satisfies SystemCollection;
