import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
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
import { holdsSomething, putterInPlace } from "./put-in-place.ts";
import { requireFree, restoreDump } from "./restore-dump.ts";
import { removeStage, stageBackup, type StagedBackup } from "./stage-backup.ts";

export type Restored = {
  about: About;
  manifest: Manifest;
  /** Where what was there before is now; nowhere when there was nothing. */
  before: readonly string[];
  /** The file that the keys were put into. */
  keysFile: string;
};

type Target = Pick<Installation, "env" | "paths" | "settings">;
type Options = {
  replace: boolean;
  /** Ends it as long as nothing was changed; from then on it goes to its end. */
  signal?: AbortSignal | undefined;
};

/**
 * Puts an installation back from a backup. Everything is checked before anything is touched, and what was there before is
 * kept aside. Publishing is stopped in what is restored before it takes its place.
 * Throws `conflict` while something runs, and for an installation that is there unless it may be replaced.
 */
export async function restoreBackup(
  target: Target,
  file: string,
  key: Key,
  { replace, signal }: Options,
): Promise<Restored> {
  const { paths, settings } = target;
  if (lockHolder(paths.lock) !== null) {
    throw new AppError(
      "conflict",
      "Genie Helper is running. Nothing was changed; stop it first: npm run stop",
    );
  }
  const isOwnDatabase = settings.DATABASE_URL !== undefined;
  if (!replace) requireNothingThere(target);
  if (isOwnDatabase) await requireFree(settings.DATABASE_URL ?? "", { replace });
  prepareDataFolder(paths);
  const release = takeLock(paths.lock);
  const folder = join(paths.root, "restoring");
  try {
    const accept = (about: About) => requireFit(about, settings);
    const staged = await stageBackup(file, key, folder, { accept, signal });
    const places = putterInPlace(join(paths.root, `before-restore-${stamp()}`));
    const done = await (isOwnDatabase ? restoreServer : restoreCluster)(target, staged, {
      places,
      replace,
      signal,
    });
    return { about: staged.about, manifest: staged.manifest, ...done };
  } finally {
    await removeStage(folder);
    release();
  }
}

type Placing = Options & { places: ReturnType<typeof putterInPlace> };
type Done = Pick<Restored, "before" | "keysFile">;

/** The queues are made anew by the next start: they only wake what the database says. */
const withoutQueues = "drop database genie_queues with (force);";

async function restoreCluster(
  { env, paths }: Target,
  staged: StagedBackup,
  { places, signal }: Placing,
): Promise<Done> {
  const sql = [holdPublishing(staged.about.made_at), withoutQueues];
  requireEqual(await checkStaged(staged, env, { sql, signal }));
  const elsewhere: string[] = [];
  if (staged.cluster !== null) {
    const user = databaseUser(paths.postgres);
    const place = placeCluster(paths.postgres, postgresHome(), user).folder;
    if (place !== paths.postgres && existsSync(place)) {
      // It may lie on another disk than the data folder, and stays there.
      const moved = `${place}-before-restore-${stamp()}`;
      renameSync(place, moved);
      elsewhere.push(moved);
    }
    places.put(staged.cluster.folder, place);
  }
  places.put(join(staged.folder, inBackup.uploads), paths.uploads);
  places.put(join(staged.folder, inBackup.keys), paths.secrets);
  rememberShownLogin(paths);
  return { before: [...places.before(), ...elsewhere], keysFile: paths.secrets };
}

async function restoreServer(
  target: Target,
  staged: StagedBackup,
  { places, replace, signal }: Placing,
): Promise<Done> {
  const keys = prepareKeys(target.env, staged.secrets);
  const kept = await restoreDump(target, staged, { replace, signal });
  places.put(join(staged.folder, inBackup.uploads), target.paths.uploads);
  keys.write(places.folder());
  return { before: [...places.before(), ...(kept === null ? [] : [kept])], keysFile: keys.file };
}

/** She has had her first password for long. */
function rememberShownLogin(paths: DataPaths): void {
  updateState(paths.state, (state) => ({ ...state, loginShown: true }));
}

function requireNothingThere({ paths, settings }: Target): void {
  const isOwnDatabase = settings.DATABASE_URL !== undefined;
  const isInstallation = !isOwnDatabase && (isDataFolder(paths) || clusterExists(paths.postgres));
  if (!isInstallation && !holdsSomething(paths.uploads)) return;
  throw new AppError(
    "conflict",
    `There ${isInstallation ? "is an installation" : "are uploaded files"} in ${paths.root}. Nothing was changed. To put the backup in its place, run this again with --replace; what is there now is kept aside.`,
  );
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
