import { randomBytes } from "node:crypto";
import {
  createActiveUser,
  createDirectusClient,
  createProfile,
  requestAccessToken,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";
import { publishingServices } from "@genie/stack";
import { Client } from "pg";
import { onThrowawayStack, say } from "./throwaway-stack.ts";

/** A Directus with these settings, and one creator with an account. */
export type KeysStack = {
  url: string;
  adminToken: string;
  workerToken: string;
  ownerToken: string;
  profileId: string;
  database: Client;
  runFile: string;
  /** What the commands of the operator are started with. */
  commandEnv: Record<string, string>;
  say: (line: string) => void;
};

/** Starts a throw-away Directus on data that outlast a crash, does the work on it, and removes it. */
export function onKeysStack<Result>(
  settings: Record<string, string>,
  signal: AbortSignal,
  work: (stack: KeysStack) => Promise<Result>,
): Promise<Result> {
  const wanted = { settings, plan: publishingServices, durable: true, signal };
  return onThrowawayStack(wanted, async ({ context }, folder) => {
    const { addresses, secrets, ports, paths } = context;
    const database = new Client({
      host: "127.0.0.1",
      port: ports.postgres,
      database: "genie",
      user: "genie",
      password: secrets.DATABASE_PASSWORD,
    });
    try {
      await database.connect();
      return await work({
        ...(await createOwner(addresses.directus, secrets.DIRECTUS_ADMIN_TOKEN)),
        url: addresses.directus,
        adminToken: secrets.DIRECTUS_ADMIN_TOKEN,
        workerToken: secrets.WORKER_TOKEN,
        database,
        runFile: paths.run,
        commandEnv: { ...settings, GENIE_DATA_DIR: folder },
        say,
      });
    } finally {
      await database.end();
    }
  });
}

async function createOwner(url: string, adminToken: string) {
  const login = {
    email: `bench-${randomBytes(4).toString("hex")}@example.com`,
    password: randomBytes(18).toString("base64url"),
  };
  const person = { ...login, firstName: "Bench", roleId: roles.creator.id };
  await createActiveUser(createDirectusClient({ url, token: adminToken }), person);
  const ownerToken = await requestAccessToken(createDirectusClient({ url }), login);
  if (ownerToken === null) throw new AppError("unauthenticated", "The new creator can't sign in.");
  const profileId = await createProfile(createDirectusClient({ url, token: ownerToken }), {
    platform: "sandbox",
    username: "bench",
    credentials: { username: "bench", password: "bench" },
    timezone: "UTC",
  });
  return { ownerToken, profileId };
}
