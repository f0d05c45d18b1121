import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "@genie/errors";
import { prepareDataFolder } from "../disk.ts";
import type { Installation } from "../installation.ts";
import { type DataPaths, isDataFolder } from "../paths.ts";
import { postgresHome } from "../postgres/binaries.ts";
import { clusterExists } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { placeCluster } from "../postgres/placement.ts";
import { updateState } from "../state.ts";
import { lockHolder, takeLock } from "../supervision/supervisor-lock.ts";
import { checkStaged } from "./check-staged.ts";
import { holdPublishing } from "./hold-publishing.ts";
import type { Key } from "./lock.ts";
import { type About, inBackup, type Manifest } from "./manifest.ts";
import { prepareKeys } from "./restore-keys.ts";
import { restoreDump } from "./restore-dump.ts";
import { removeStage, stageBackup, type StagedBackup } from "./stage-backup.ts";

export type Restored = {
  about: About;
  manifest: Manifest;
  /** Where what was there before is now; nowhere when there was nothing. */
  before: readonly string[];
};

/**
 * Puts an installation back from a backup. Everything is checked before anything is touched, and what was there before is
 * kept aside. Publishing is stopped in what is restored before it takes its place.
 * Throws `conflict` while something runs, and for an installation that is there unless it may be replaced.
 */
export async function restoreBackup(
  installation: Pick<Installation, "env" | "paths" | "settings">,
  file: string,
  key: Key,
  { replace }: { replace: boolean },
): Promise<Restored> {
  const { paths, settings } = installation;
  if (lockHolder(paths.lock) !== null) {
    throw new AppError(
      "conflict",
      "Genie Helper is running. Nothing was changed; stop it first: npm run stop",
    );
  }
  const isOwnDatabase = settings.DATABASE_URL !== undefined;
  if (!replace && !isOwnDatabase && (isDataFolder(paths) || clusterExists(paths.postgres))) {
    throw new AppError(
      "conflict",
      `There is an installation in ${paths.root}. Nothing was changed. To put the backup in its place, run this again with --replace; what is there now is kept aside.`,
    );
  }
  prepareDataFolder(paths);
  const release = takeLock(paths.lock);
  const folder = join(paths.root, "restoring");
  try {
    const staged = await stageBackup(file, key, folder, (about) => requireFit(about, settings));
    const aside = join(paths.root, `before-restore-${stamp()}`);
    const before = isOwnDatabase
      ? await restoreServer(installation, staged, { aside, replace })
      : await restoreCluster(installation, staged, aside);
    return { about: staged.about, manifest: staged.manifest, before };
  } finally {
    removeStage(folder);
    release();
  }
}

/** The queues are made anew by the next start: they only wake what the database says. */
const withoutQueues = "drop database genie_queues with (force);";

async function restoreCluster(
  { env, paths }: Pick<Installation, "env" | "paths">,
  staged: StagedBackup,
  aside: string,
): Promise<string[]> {
  requireEqual(await checkStaged(staged, env, [holdPublishing, withoutQueues]));
  const keep = isDataFolder(paths) || clusterExists(paths.postgres) ? aside : null;
  const before = keep === null ? [] : [keep];
  if (keep !== null) mkdirSync(keep, { mode: 0o700 });
  if (staged.cluster !== null) {
    const user = databaseUser(paths.postgres);
    const place = placeCluster(paths.postgres, postgresHome(), user).folder;
    if (keep !== null && place !== paths.postgres && existsSync(place)) {
      // It may lie on another disk than the data folder, and stays there.
      const moved = `${place}-${basename(keep)}`;
      renameSync(place, moved);
      before.push(moved);
    }
    swap(staged.cluster.folder, place, keep);
  }
  swap(join(staged.folder, inBackup.uploads), paths.uploads, keep);
  swap(join(staged.folder, inBackup.keys), paths.secrets, keep);
  rememberShownLogin(paths);
  return before;
}

async function restoreServer(
  installation: Pick<Installation, "env" | "paths" | "settings">,
  staged: StagedBackup,
  { aside, replace }: { aside: string; replace: boolean },
): Promise<string[]> {
  const { paths, env } = installation;
  const writeKeys = prepareKeys(env, staged.secrets);
  const kept = await restoreDump(installation, staged, { replace });
  mkdirSync(aside, { mode: 0o700 });
  swap(join(staged.folder, inBackup.uploads), paths.uploads, aside);
  writeKeys(aside);
  return kept === null ? [aside] : [aside, `the schema ${kept} of the database`];
}

/** Puts a file or folder in its place; what is there goes aside, or away where nothing is kept. */
function swap(from: string, to: string, aside: string | null): void {
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) {
    if (aside === null) rmSync(to, { recursive: true, force: true });
    else renameSync(to, join(aside, basename(to)));
  }
  renameSync(from, to);
}

/** She has had her first password for long. */
function rememberShownLogin(paths: DataPaths): void {
  updateState(paths.state, (state) => ({ ...state, loginShown: true }));
}

function requireEqual(differences: readonly string[]): void {
  if (differences.length === 0) return;
  throw new AppError(
    "conflict",
    `The database in the backup is not what was counted when it was made. Nothing was changed; take an older backup.\n${differences.join("\n")}`,
  );
}

function requireFit({ database }: About, { DATABASE_URL: url }: Installation["settings"]): void {
  if ((database.kind === "cluster") === (url === undefined)) return;
  throw new AppError(
    "conflict",
    database.kind === "cluster"
      ? "This backup is of an installation with the built-in PostgreSQL, and DATABASE_URL names another. Nothing was changed; remove DATABASE_URL and QUEUES_DATABASE_URL, and restore again."
      : "This backup is of an installation with a PostgreSQL of its own. Nothing was changed; set DATABASE_URL to an empty database of yours, and restore again.",
  );
}

const stamp = () => new Date().toISOString().replaceAll(":", "-");
