import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@genie/errors";

const ending = ".tar.gz.age";
const ours = /^genie-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.tar\.gz\.age$/;

/** The file that `--to` means: itself when it ends with .age, else a new one in that folder, which is made. */
export async function backupFile(to: string, now: Date): Promise<string> {
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
  return join(path, `genie-${time}${ending}`);
}

/** Removes all but the newest backups of a folder, by their names; answers with what is gone. */
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
