import { requireAdapter } from "@genie/platforms/adapters";
import { z } from "zod";
import { gateEnv } from "../../gate-env.ts";
import { requireAccount } from "../../reading/account.ts";
import { claimAccount } from "../../reading/claim-account.ts";
import { openReading } from "../../reading/open-reading.ts";
import { stepFailure } from "../../reading/step-failure.ts";
import { refusal } from "../../refusals.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Signs in to an account of the flow's caller with its stored session, in a browser of its own. Later
 * steps name that by `session`. It ends with `stagehand_close`, or by itself after five minutes.
 */
export const stagehandCookieLogin = defineOperation({
  id: "stagehand_cookie_login",
  options: z.strictObject({ account: z.union([z.uuid(), z.array(z.uuid()).min(1)]) }),
  run: async ({ account: chosen }, context) => {
    try {
      const { database, accountability } = context;
      const env = gateEnv(context.env);
      const account = await requireAccount(database, accountability, onlyOne(chosen));
      const adapter = requireAdapter(env.adapters, account.platform);
      const release = await claimAccount(database, account.id, {
        services: env.BROWSER_URL.length,
      });
      const { session } = await openReading({ context, env, account, adapter, release });
      return { session: session.id, account: account.id, active: true };
    } catch (error) {
      throw stepFailure(error);
    }
  },
});

function onlyOne(chosen: string | string[]): string {
  const [first, ...more] = [chosen].flat();
  if (first !== undefined && more.length === 0) return first;
  throw refusal("INVALID_PAYLOAD", "Choose one account at a time. Nothing was started.");
}
