import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { getRequestListener } from "@hono/node-server";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createAccountStore } from "./accounts/account-store.ts";
import { createChallengeStore } from "./accounts/challenge-store.ts";
import { ensureDemoAccounts } from "./accounts/ensure-demo-accounts.ts";
import { createSessionStore } from "./accounts/session-store.ts";
import { createApp } from "./create-app.ts";
import { createEventBus } from "./events/event-bus.ts";
import { createFanStore } from "./fans/fan-store.ts";
import { createFaultStore } from "./faults/fault-store.ts";
import { closeServer } from "./http/close-server.ts";
import { listen } from "./http/listen.ts";
import { createFileStore } from "./media/file-store.ts";
import { ensureMediaLibrary } from "./media/media-library.ts";
import { createPostStore } from "./posts/post-store.ts";
import type { Services } from "./services.ts";
import { openDatabase } from "./store/database.ts";

export type SandboxOptions = {
  dataDir: string;
  host: string;
  /** 0 for any free port. */
  port: number;
  adminToken: string;
  demoPassword: string;
  /** The program that makes the videos; null for pictures only. */
  ffmpeg: string | null;
  /** The size of the generated pictures, 1 for full. */
  imageScale?: number;
  now?: () => number;
  log: Logger;
};
export type Sandbox = {
  /** Where browsers go. */
  url: string;
  adminUrl: string;
  close: () => Promise<void>;
};

/** Starts the platform: data, generated content, web site. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { adminToken, log, now = Date.now } = options;
  makeFolder(options.dataDir);
  const database = openDatabase(join(options.dataDir, "sandbox.db"));
  const closing = new AbortController();
  try {
    const files = createFileStore(database, join(options.dataDir, "media"));
    const { ffmpeg, imageScale = 1 } = options;
    const services: Services = {
      database,
      accounts: createAccountStore(database),
      sessions: createSessionStore(database),
      challenges: createChallengeStore(database),
      posts: createPostStore(database),
      fans: createFanStore(database),
      files,
      faults: createFaultStore(database),
      events: createEventBus(now()),
      library: await ensureMediaLibrary({ database, files, log, ffmpeg, imageScale }),
      log,
      demoPassword: options.demoPassword,
      now,
      closing: closing.signal,
    };
    await ensureDemoAccounts(services);
    const app = createApp(services, adminToken);
    const server = createServer(getRequestListener(app.fetch));
    const port = await listen(server, options.host, options.port);
    const address = options.host.includes(":") ? `[${options.host}]` : options.host;
    return {
      url: `http://sandbox.localhost:${port}`,
      adminUrl: `http://${address}:${port}/admin`,
      async close() {
        if (closing.signal.aborted) return;
        closing.abort();
        await closeServer(server);
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const sentence = `The folder ${folder} can't be made. SANDBOX_DATA_DIR must be one that can be written to.`;
    throw new AppError("misconfigured", sentence, { cause });
  }
}
