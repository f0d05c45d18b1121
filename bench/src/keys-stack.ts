import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import {
  createActiveUser,
  createDirectusClient,
  createProfile,
  requestAccessToken,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";
import { makeThrowawayFolder, publishingServices, startThrowawayStack } from "@genie/stack";
import { Client } from "pg";

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
export async function onKeysStack<Result>(
  settings: Record<string, string>,
  signal: AbortSignal,
  work: (stack: KeysStack) => Promise<Result>,
): Promise<Result> {
  const folder = makeThrowawayFolder();
  const noTools = { chromium: null, ffmpeg: null, nginx: null, redis: null };
  try {
    const plan = { plan: publishingServices, durable: true };
    const stack = await startThrowawayStack(folder, noTools, { line: say }, signal, settings, plan);
    const { addresses, secrets, ports, paths } = stack.context;
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
      await stack.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

const say = (line: string) => void process.stderr.write(`${line}\n`);
