import { equalSecrets } from "@genie/crypto";
import { z } from "zod";
import { bearerToken } from "../../bearer-token.ts";
import type { GateRequest } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";
import { refusal } from "../../refusals.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * First step of a flow that a webhook starts: Directus lets everybody start those. The secret is in
 * the Authorization header, which Directus blackens in the log of a run, and never an option.
 */
export const checkSecret = defineOperation({
  id: "check_secret",
  options: z.strictObject({}),
  run: async (_options, { data, env }) => {
    const { headers } = data["$trigger"] as Pick<GateRequest, "headers">;
    const sent = bearerToken({ headers });
    if (sent !== null && equalSecrets(sent, gateEnv(env).INBOUND_WEBHOOK_SECRET)) return null;
    throw sent === null
      ? refusal(
          "INVALID_CREDENTIALS",
          "This needs the secret of the installation as a bearer token. Nothing was done.",
        )
      : refusal("FORBIDDEN", "This is not the secret of the installation. Nothing was done.");
  },
});
