import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@genie/errors";

const ending = ".tar.gz.age";
const ours = /^genie-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.tar\.gz\.age$/;
const draft = /^genie-[\w-]+\.tar\.gz\.age\.part$/;
/** A draft that nothing was written to for so long is of a run that was killed. */
const leftAfterMs = 60 * 60 * 1000;

/**
 * The file that `--to` means: itself when it ends with .age, else a new one in that folder, which is made. One that is
 * made before a change has the form to come in its name, and `removeOlder` leaves it.
 */
export async function backupFile(to: string, now: Date, before?: string): Promise<string> {
  const path = resolve(to);
  if (path.endsWith(".age") && !(await isFolder(path))) return path;
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new AppError(
      "misconfigured",
      `The folder ${path} can't be made. No backup was made; name another with --to or BACKUP_DIR.`,
      { cause },
    );
  });
  const time = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
  const kind = before === undefined ? "" : `before-${before}-`;
  return join(path, `genie-${kind}${time}${ending}`);
}

/** Removes the drafts that runs which were killed have left in a folder. */
export async function removeDrafts(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => draft.test(entry))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > leftAfterMs) await rm(path, { force: true });
  }
}

/** Removes all but the newest backups of a folder, by their names, and none made before a change; answers with what is gone. */
export async function removeOlder(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => ours.test(name));
  const old = names.toSorted().toReversed().slice(keep);
  for (const name of old) {
    await rm(join(folder, name));
    await rm(join(folder, `${name}.sha256`), { force: true });
  }
  return old;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
