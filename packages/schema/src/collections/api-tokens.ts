import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

/** What a program may do with a token, in its user's name. `administer` is an administrator's to give. */
export const programScopes = ["read", "write", "administer"] as const;
export type ProgramScope = (typeof programScopes)[number];

/** `capture` is a paired browser's, and goes with nothing else. */
const apiTokenScopes = [...programScopes, "capture"] as const;
export type ApiTokenScope = (typeof apiTokenScopes)[number];

export const apiTokens = defineCollection({
  name: "api_tokens",
  note: "Tokens of programs. Only their hashes are kept; delete a row to take its token back.",
  icon: "key",
  group: "people",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    name: f.string({ required: true, max: 80 }),
    hash: f.string({ required: true, unique: true, max: 64, note: "SHA-256 of the token" }),
    hint: f.string({ required: true, max: 16, note: "Enough of the token to recognise it" }),
    scopes: f.json(z.array(z.enum(apiTokenScopes)), { required: true }),
    asks_first: f.boolean({
      default: false,
      note: "Its person confirms in the dashboard what publishes, deletes, messages or connects",
    }),
    extension_pairing_id: f.reference("extension_pairings", {
      onDelete: "CASCADE",
      note: "The paired browser that it belongs to, and with which it ends",
    }),
    expires_at: f.timestamp({ required: true }),
    last_used_at: f.timestamp(),
    date_created: f.createdAt(),
  },
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "name",
        "hint",
        "scopes",
        "asks_first",
        "extension_pairing_id",
        "expires_at",
        "last_used_at",
        "date_created",
      ],
      delete: true,
    },
  },
});

export type ApiToken = Item<typeof apiTokens>;
