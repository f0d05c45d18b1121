import { defineCollection, type Item } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const recoveryCodes = defineCollection({
  name: "recovery_codes",
  note: "Codes that stand in once each for somebody's authenticator app. Only their hashes are kept.",
  icon: "emergency",
  group: "people",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    code_hash: f.string({ required: true, max: 64, note: "scrypt of the code" }),
    salt: f.string({ required: true, max: 32, note: "The same for all codes made together" }),
    used_at: f.timestamp(),
    date_created: f.createdAt(),
  },
  unique: [["user_id", "code_hash"]],
  access: {},
});

export type RecoveryCode = Item<typeof recoveryCodes>;
