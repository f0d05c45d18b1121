import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Env, processEnv } from "../env.ts";
import { checkStaged } from "./check-staged.ts";
import type { Key } from "./lock.ts";
import type { About, Manifest } from "./manifest.ts";
import { removeStage, stageBackup } from "./stage-backup.ts";

export type VerifiedBackup = { about: About; manifest: Manifest; differences: readonly string[] };

/**
 * Restores a backup into a throw-away folder, brings its database up and holds files to their checksums and tables to
 * their counts. Touches no installation. Throws a sentence when it can't be opened or is not whole.
 */
export async function verifyBackup(
  file: string,
  key: Key,
  env: Env = processEnv(),
): Promise<VerifiedBackup> {
  const folder = mkdtempSync(join(tmpdir(), "genie-verify-"));
  try {
    const staged = await stageBackup(file, key, folder);
    const differences = await checkStaged(staged, env);
    return { about: staged.about, manifest: staged.manifest, differences };
  } finally {
    removeStage(folder);
  }
}
