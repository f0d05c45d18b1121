import { join } from "node:path";
import type { DirectusClient } from "@genie/directus-client";
import { Client } from "pg";
import { type ConnectedAccount, connectAccount, createCreator } from "./creators.ts";
import { type Contents, openSandbox, type Sandbox } from "./sandbox.ts";
import { onThrowawayStack } from "./throwaway-stack.ts";

/** A creator with an account on the sandbox that is connected. */
export type Account = ConnectedAccount & { creator: DirectusClient };

/** A stack with one creator whose account is connected by the sandbox's pages. */
export type PublishingStack = Account & {
  /** One more creator, whose account is connected as this platform. */
  connect: (platform: string, contents?: Contents) => Promise<Account>;
  sandbox: Sandbox;
  sandboxUrl: string;
  dashboardUrl: string;
  adminToken: string;
  chromium: string | null;
  directus: { url: string; workerToken: string; log: string };
  /** The application's database, as its owner: for measuring, not for the product. */
  database: Client;
  queuesUrl: string;
  /** The processes of the stack as they are now. */
  runFile: string;
  /** Where the worker and the browser service keep what is theirs. */
  folders: { worker: string; browser: string };
};

/** Starts a throw-away stack with these settings, does the work on it, and removes it. */
export function onPublishingStack<Result>(
  settings: Record<string, string>,
  signal: AbortSignal,
  work: (stack: PublishingStack) => Promise<Result>,
): Promise<Result> {
  return onThrowawayStack({ settings, withTools: true, signal }, async ({ context }) => {
    const { addresses, secrets, ports, paths, settings: used } = context;
    const database = new Client({
      host: "127.0.0.1",
      port: ports.postgres,
      database: "genie",
      user: "genie",
      password: secrets.DATABASE_PASSWORD,
    });
    try {
      await database.connect();
      const sandbox = openSandbox({
        url: `http://127.0.0.1:${ports.sandbox}/admin`,
        token: secrets.SANDBOX_ADMIN_TOKEN,
      });
      const connect = async (platform: string, contents: Contents = {}) => {
        const creator = await createCreator(addresses.directus, secrets.DIRECTUS_ADMIN_TOKEN);
        return { ...(await connectAccount(creator, sandbox, platform, contents)), creator };
      };
      const account = await connect("sandbox");
      const queues = `genie_queues:${encodeURIComponent(secrets.QUEUES_DATABASE_PASSWORD)}`;
      return await work({
        ...account,
        connect,
        sandbox,
        sandboxUrl: `http://127.0.0.1:${ports.sandbox}`,
        dashboardUrl: addresses.dashboard,
        adminToken: secrets.DIRECTUS_ADMIN_TOKEN,
        chromium: used.CHROMIUM_PATH ?? null,
        directus: {
          url: addresses.directus,
          workerToken: secrets.WORKER_TOKEN,
          log: join(paths.logs, "directus.log"),
        },
        database,
        queuesUrl: `postgresql://${queues}@127.0.0.1:${ports.postgres}/genie_queues`,
        runFile: paths.run,
        folders: { worker: paths.worker, browser: paths.browser },
      });
    } finally {
      await database.end();
    }
  });
}
