import * as f from "../dsl/field.ts";
import type { SystemCollection } from "../dsl/system-collection.ts";

const readable = [
  "id",
  "email",
  "first_name",
  "last_name",
  "language",
  "appearance",
  "role",
  "status",
  "tfa_secret",
];

/** A person's own account. Programs, which sign in with an API token, have no right to it. */
export const directusUsers = {
  name: "directus_users",
  ownerField: "id",
  fields: {
    signed_out_at: f.timestamp({
      note: "Access tokens that belong to no session and are older are refused. Set by the gate.",
    }),
  },
  // Goes into the policy "own account", which creators and viewers have.
  access: {
    creator: {
      rows: { id: { _eq: "$CURRENT_USER" } },
      read: readable,
      // Directus refuses tfa_secret in a payload; turning two-factor on and off writes it by this right.
      update: ["first_name", "last_name", "language", "appearance", "tfa_secret"],
    },
  },
} as const satisfies SystemCollection;
