import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Env, processEnv } from "../env.ts";
import { orFullDisk } from "../full-disk.ts";
import { lockHolder, takeLock } from "../supervision/supervisor-lock.ts";
import { checkStaged } from "./check-staged.ts";
import type { Key } from "./lock.ts";
import type { About, Manifest } from "./manifest.ts";
import { removeStage, stageBackup } from "./stage-backup.ts";

const prefix = "genie-verify-";
const unpacked = "unpacked";
const lockOf = (folder: string) => join(folder, "lock");

export type VerifiedBackup = { about: About; manifest: Manifest; differences: readonly string[] };

/**
 * Restores a backup into a throw-away folder, brings its database up and holds files to their checksums and tables to
 * their counts. Touches no installation. Throws a sentence when it can't be opened or is not whole, and the reason of the
 * signal when that ends it.
 */
export async function verifyBackup(
  file: string,
  key: Key,
  { env = processEnv(), signal }: { env?: Env; signal?: AbortSignal | undefined } = {},
): Promise<VerifiedBackup> {
  await removeLeft();
  try {
    return await verifyAside(file, key, { env, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw orFullDisk(
      error,
      tmpdir(),
      "The backup was not verified, and nothing was changed. Free some space there, or set TMPDIR to a folder on another disk, and verify again.",
    );
  }
}

async function verifyAside(
  file: string,
  key: Key,
  { env, signal }: { env: Env; signal: AbortSignal | undefined },
): Promise<VerifiedBackup> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // PostgreSQL may run as another user than we: that one may pass through, not look.
  chmodSync(folder, 0o711);
  const release = takeLock(lockOf(folder));
  try {
    const staged = await stageBackup(file, key, join(folder, unpacked), { signal });
    const differences = await checkStaged(staged, env, { signal });
    return { about: staged.about, manifest: staged.manifest, differences };
  } finally {
    await removeStage(join(folder, unpacked));
    release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What runs that were killed have left: nothing that was encrypted stays in the clear. */
async function removeLeft(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    // Anybody may put something there; only what is ours is touched.
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) continue;
    // One that has no lock yet is being made.
    if (!existsSync(lockOf(folder)) || lockHolder(lockOf(folder)) !== null) continue;
    await removeStage(join(folder, unpacked));
    rmSync(folder, { recursive: true, force: true });
  }
}
