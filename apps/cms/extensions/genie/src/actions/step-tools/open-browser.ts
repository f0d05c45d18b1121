import type { AccountBrowser } from "@genie/actions";
import { createBrowserClient } from "@genie/browser-client";
import { requireAdapter } from "@genie/platforms/adapters";
import { gateEnv } from "../../gate-env.ts";
import { newestSession, requireOwnAccount } from "../../reading/account.ts";
import { claimAccount } from "../../reading/claim-account.ts";
import { noSession } from "../../reading/connection-after.ts";
import type { Run } from "./create-step-tools.ts";

/**
 * Opens a browser on an account of hers, with a token that reads pages and follows links. The browser
 * service alone opens the stored session; nobody else reads the account meanwhile.
 */
export async function openBrowser(
  { context, accountability }: Run,
  accountId: string,
  signal: AbortSignal,
): Promise<AccountBrowser> {
  const { database } = context;
  const env = gateEnv(context.env);
  const account = await requireOwnAccount(database, accountability, accountId);
  const { platform } = requireAdapter(env.adapters, account.platform);
  const stored = await newestSession(database, account.id);
  if (!stored) throw noSession(platform.name, account);
  const release = await claimAccount(database, account.id, {
    services: env.BROWSER_URL.length,
  });
  try {
    const client = createBrowserClient({ url: env.BROWSER_URL, token: env.BROWSER_READER_TOKEN });
    const session = await client.startSealedSession(
      {
        account: account.id,
        timezone: account.timezone,
        allowed_hosts: [...platform.hosts],
        ...(stored.userAgent !== null && { user_agent: stored.userAgent }),
      },
      signal,
    );
    return {
      ...session,
      logIn: (url) =>
        session.sealedCookieLogin({
          sealed: stored.sealed,
          row_id: stored.id,
          owner_id: account.ownerId,
          url,
        }),
      close: () => session.close().finally(release),
    };
  } catch (error) {
    release();
    throw error;
  }
}
