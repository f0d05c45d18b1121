import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { prepareDataFolder } from "../disk.ts";
import { orFullDisk } from "../full-disk.ts";
import type { Installation } from "../installation.ts";
import { type DataPaths, isDataFolder } from "../paths.ts";
import { postgresHome } from "../postgres/binaries.ts";
import { type Cluster, clusterExists } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { placeCluster } from "../postgres/placement.ts";
import { updateState } from "../state.ts";
import { lockHolder, takeLock } from "../supervision/supervisor-lock.ts";
import { checkStaged } from "./check-staged.ts";
import { closeRestored } from "./close-restored.ts";
import type { Key } from "./lock.ts";
import { type About, inBackup, type Manifest } from "./manifest.ts";
import { prepareKeys } from "./restore-keys.ts";
import { holdsSomething, putterInPlace } from "./put-in-place.ts";
import { type PutStep, putSteps } from "./put-steps.ts";
import { requireRoom } from "./require-room.ts";
import { requireReplaceable, restoreDump } from "./restore-dump.ts";
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
  /** Ends it with its reason as long as nothing was changed; from then on it goes to its end. */
  signal?: AbortSignal | undefined;
};

/**
 * Puts an installation back from a backup. Everything is checked before anything is touched, and what was there before is
 * kept aside. Before it takes its place, publishing is stopped in what is restored, and everybody is signed out. When it
 * can't take its place, what was unpacked stays, and the sentence says where.
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
  if (isOwnDatabase) await requireReplaceable(settings.DATABASE_URL ?? "", { replace });
  prepareDataFolder(paths);
  const release = takeLock(paths.lock);
  const folder = join(paths.root, "restoring");
  let isHalfWay = false;
  try {
    const accept = (about: About) => requireFit(about, settings);
    const staged = await stageBackup(file, key, folder, { accept, signal });
    const places = putterInPlace(join(paths.root, `before-restore-${stamp()}`));
    const prepare = isOwnDatabase ? restoreServer : prepareCluster;
    const { restored, kept, steps, keysFile } = await prepare(target, staged, {
      places,
      replace,
      signal,
    });
    const before = () => [...places.before(), ...kept];
    isHalfWay = true;
    putSteps(steps, { restored, before });
    isHalfWay = false;
    return { about: staged.about, manifest: staged.manifest, before: before(), keysFile };
  } catch (error) {
    if (isHalfWay) throw error;
    signal?.throwIfAborted();
    throw orFullDisk(
      error,
      paths.root,
      "Nothing was changed; free some space there, and restore again.",
    );
  } finally {
    if (!isHalfWay) await removeStage(folder);
    release();
  }
}

type Placing = Options & { places: ReturnType<typeof putterInPlace> };
type Prepared = {
  /** What the backup has brought already; from here on each step has to be taken. */
  restored: readonly string[];
  steps: readonly PutStep[];
  /** Where else than in a folder aside something is kept; the steps may add to it. */
  kept: string[];
  keysFile: string;
};

/** The queues are made anew by the next start: they only wake what the database says. */
const withoutQueues = "drop database genie_queues with (force);";

async function prepareCluster(
  { env, paths }: Target,
  staged: StagedBackup,
  { places, signal }: Placing,
): Promise<Prepared> {
  const sql = [closeRestored(staged.about.made_at), withoutQueues];
  requireEqual(await checkStaged(staged, env, { sql, signal }));
  requireRoom(join(staged.folder, inBackup.uploads), paths.uploads);
  const kept: string[] = [];
  const steps = [uploadsStep(staged, paths, places)];
  if (staged.cluster !== null) steps.unshift(clusterStep(staged.cluster, paths, { places, kept }));
  const keys = join(staged.folder, inBackup.keys);
  const putKeys = () => {
    places.put(keys, paths.secrets);
    rememberShownLogin(paths);
  };
  steps.push({ what: "the keys", from: keys, to: paths.secrets, put: putKeys });
  return { restored: [], steps, kept, keysFile: paths.secrets };
}

async function restoreServer(
  target: Target,
  staged: StagedBackup,
  { places, replace, signal }: Placing,
): Promise<Prepared> {
  const keys = prepareKeys(target.env, staged.secrets);
  requireRoom(join(staged.folder, inBackup.uploads), target.paths.uploads);
  const schema = await restoreDump(target, staged, { replace, signal });
  const putKeys = () => keys.write(places.folder);
  return {
    restored: ["the database, where nothing is posted for now"],
    steps: [
      uploadsStep(staged, target.paths, places),
      {
        what: "the keys",
        from: join(staged.folder, inBackup.keys),
        to: keys.file,
        put: putKeys,
      },
    ],
    kept: schema === null ? [] : [schema],
    keysFile: keys.file,
  };
}

function uploadsStep(
  { folder }: StagedBackup,
  { uploads: to }: DataPaths,
  places: Placing["places"],
): PutStep {
  const from = join(folder, inBackup.uploads);
  return { what: "the uploaded files", from, to, put: () => places.put(from, to) };
}

function clusterStep(
  { folder: from }: Cluster,
  paths: DataPaths,
  { places, kept }: Pick<Placing, "places"> & { kept: string[] },
): PutStep {
  const to = placeCluster(paths.postgres, postgresHome(), databaseUser(paths.postgres)).folder;
  const put = () => {
    if (to !== paths.postgres && existsSync(to)) {
      // It may lie on another disk than the data folder, and stays there.
      const moved = `${to}-before-restore-${stamp()}`;
      renameSync(to, moved);
      kept.push(moved);
    }
    places.put(from, to);
  };
  return { what: "the database", from, to, put };
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
