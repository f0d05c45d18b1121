import { forgetRecoveryCodes } from "../account/recovery-codes.ts";
import type { Hook, Payload } from "../directus.ts";

/** Codes stand in for one authenticator app, and end with it, whoever turns two-factor off. */
export const endRecoveryCodes: Hook = ({ action }, { database }) => {
  action("users.update", async ({ payload, keys }) => {
    const { tfa_secret: secret } = payload as Payload;
    if (secret === null) await forgetRecoveryCodes(database, keys as string[]);
  });
};
