import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { AppError } from "@genie/errors";
import { postgresHome } from "../postgres/binaries.ts";
import { type Cluster, clusterVersion } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { endLeftServer } from "../postgres/end-left-server.ts";
import { placeCluster, removeLinkedCluster } from "../postgres/placement.ts";
import { checkSecrets, type Secrets } from "../secrets.ts";
import type { Key } from "./lock.ts";
import { type About, backupFormat, inBackup, type Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import { isNewer, releaseVersions } from "./release.ts";

/** A backup that was opened, unpacked and found whole. */
export type StagedBackup = {
  about: About;
  manifest: Manifest;
  /** Where it was unpacked to, as `inBackup` says. */
  folder: string;
  secrets: Secrets;
  /** Its PostgreSQL, where it has one of its own. */
  cluster: Cluster | null;
};

/**
 * Unpacks a backup into a folder of its own and checks all that can be checked: that the key fits, that this release can
 * read it, and that every file is as it was written. `accept` may refuse it by what it says of itself.
 */
export async function stageBackup(
  file: string,
  key: Key,
  folder: string,
  {
    accept = () => undefined,
    signal,
  }: { accept?: (about: About) => void; signal?: AbortSignal | undefined } = {},
): Promise<StagedBackup> {
  await removeStage(folder);
  mkdirSync(folder, { recursive: true });
  // PostgreSQL may run as another user than we: that one may pass through, not look.
  chmodSync(folder, 0o711);
  const place = join(folder, inBackup.cluster);
  const user = databaseUser(place);
  let cluster: Cluster | null = null;
  const { about, manifest } = await readArchive(file, key, folder, {
    clusterOwner: user,
    signal,
    accept: (found) => {
      requireReadable(found);
      accept(found);
      if (found.database.kind !== "cluster") return;
      cluster = placeCluster(place, postgresHome(), user);
      mkdirSync(cluster.folder, { recursive: true, mode: 0o700 });
      if (user !== undefined) chownSync(cluster.folder, user.uid, user.gid);
    },
  });
  return { about, manifest, folder, cluster, secrets: secretsOf(folder) };
}

/** Removes what was unpacked, also by a run that was killed: its server is ended first. */
export async function removeStage(folder: string): Promise<void> {
  const place = join(folder, inBackup.cluster);
  await endLeftServer(place);
  removeLinkedCluster(place);
  rmSync(folder, { recursive: true, force: true });
}

function requireReadable({ format, versions, database }: About): void {
  const ours = releaseVersions();
  if (
    format > backupFormat ||
    isNewer(versions.product, ours.product) ||
    isNewer(versions.directus, ours.directus)
  ) {
    throw new AppError(
      "conflict",
      `This backup was made by release ${versions.product} (Directus ${versions.directus}), which is newer than this one (${ours.product}, Directus ${ours.directus}). Nothing was changed; get that release first, then restore.`,
    );
  }
  if (database.kind === "cluster" && database.postgres !== clusterVersion) {
    throw new AppError(
      "conflict",
      `The database in this backup is of PostgreSQL ${database.postgres}, and this release brings ${clusterVersion}. Nothing was changed; restore it with the release that made it (${versions.product}), and upgrade from there.`,
    );
  }
}

function secretsOf(folder: string): Secrets {
  return checkSecrets(parseEnv(readFileSync(join(folder, inBackup.keys), "utf8")));
}
