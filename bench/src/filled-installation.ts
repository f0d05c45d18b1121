import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKey, type KeyRing, parseKeyRing } from "@genie/crypto";
import { type Installation, openInstallation, withDatabase, withServer } from "@genie/stack";
import type { Client } from "pg";
import { fillSessions, type SealedSessions } from "./keys-data.ts";
import { type KeysStack, onKeysStack } from "./keys-stack.ts";
import { fillLibraries } from "./library-data.ts";

const sizes = { entries: 20_000, others: 10, otherEntries: 500 };
const sessionsCount = 2_000;
const files = { count: 300, bytes: 250_000 };

export type FilledInstallation = Pick<KeysStack, "database" | "say"> & {
  ring: KeyRing;
  sessions: SealedSessions;
  /** The installation that runs. */
  running: Installation;
  /** For what is made on the way; it is removed at the end. */
  folder: string;
  /** An installation in another data folder, of which nothing is there yet. */
  another: (name: string) => Installation;
};

/**
 * Runs an installation with the libraries of some creators, sealed sessions and pictures on the disk, and does the work
 * on it.
 */
export async function onFilledInstallation<Result>(
  signal: AbortSignal,
  work: (filled: FilledInstallation) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "genie-filled-"));
  // PostgreSQL may run as another user than we.
  chmodSync(folder, 0o711);
  const settings = { SEALING_KEYS: `1:${generateKey()}`, SEALING_PRIMARY_KEY: "1" };
  const ring = parseKeyRing(settings.SEALING_KEYS, settings.SEALING_PRIMARY_KEY);
  const noSettings = join(folder, "env");
  writeFileSync(noSettings, "");
  const open = (env: Record<string, string>) =>
    // oxlint-disable-next-line node/no-process-env
    openInstallation({ PATH: process.env["PATH"], GENIE_ENV_FILE: noSettings, ...env });
  try {
    return await onKeysStack(settings, signal, async (stack) => {
      const running = open(stack.commandEnv);
      const sessions = await fillSessions(stack.database, ring, {
        ...stack,
        count: sessionsCount,
      });
      await fillLibraries(stack.database, sessions.owner, sizes);
      await writeFiles(stack.database, running.paths.uploads);
      stack.say("The installation is filled");
      const { database, say } = stack;
      const another = (name: string) => open({ GENIE_DATA_DIR: join(folder, name) });
      return work({ database, say, ring, sessions, running, folder, another });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the database of an installation that does not run. */
export const inDatabase = <Result>(
  installation: Installation,
  work: (database: Client) => Promise<Result>,
): Promise<Result> =>
  withServer(installation, (port) => withDatabase(installation.databaseUrl(port), work));

/** The pictures that some rows name. */
async function writeFiles(database: Client, folder: string): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    "select filename_disk as name from directus_files order by id limit $1",
    [files.count],
  );
  mkdirSync(folder, { recursive: true });
  for (const { name } of rows) await writeFile(join(folder, name), randomBytes(files.bytes));
}
