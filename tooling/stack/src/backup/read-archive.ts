import { createReadStream, createWriteStream } from "node:fs";
import { chown, mkdir, readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "@genie/errors";
import { extract } from "tar-stream";
import { isFullDisk } from "../full-disk.ts";
import { isSystemError } from "../misconfigured.ts";
import { decrypt, type Key } from "./lock.ts";
import { About, type Entry, inBackup, Manifest } from "./manifest.ts";
import { createMeter } from "./meter.ts";
import { fromWeb, toWeb } from "./web-streams.ts";

export type Unpacked = { about: About; manifest: Manifest };

/**
 * Unpacks a backup into a folder and holds every file to its checksum. `accept` sees what the backup says of itself
 * before anything is written, and throws to refuse it. Throws a sentence when the backup is not whole.
 */
export async function readArchive(
  file: string,
  key: Key,
  folder: string,
  {
    accept,
    clusterOwner,
    signal,
  }: {
    accept: (about: About) => void;
    clusterOwner?: { uid: number; gid: number } | undefined;
    /** Ends it. */
    signal?: AbortSignal | undefined;
  },
): Promise<Unpacked> {
  const sealed = createReadStream(file);
  const plain = await decrypt(key, toWeb(sealed)).catch((error: unknown) => {
    sealed.destroy();
    throw isSystemError(error, "ENOENT", "EACCES", "EISDIR") ? unreadable(file, error) : error;
  });
  const unpacker = extract();
  const flowing = pipeline(fromWeb(plain), createGunzip(), unpacker, { signal });
  flowing.catch(() => undefined);
  const found: Entry[] = [];
  let about: About | null = null;
  try {
    for await (const entry of unpacker) {
      const { name, type, size } = entry.header;
      const place = placeOf(folder, name);
      const owner = name.split("/")[0] === inBackup.cluster ? clusterOwner : undefined;
      if (type === "directory") {
        await mkdir(place, { recursive: true, mode: 0o700 });
        entry.resume();
      } else {
        const meter = createMeter();
        await pipeline(entry, meter.stream, createWriteStream(place, { mode: 0o600 }));
        found.push({ path: name, size_bytes: size, sha256: meter.sha256() });
      }
      if (owner !== undefined) await chown(place, owner.uid, owner.gid);
      if (about === null) {
        about = About.parse(JSON.parse(await readFile(join(folder, inBackup.about), "utf8")));
        accept(about);
      }
    }
    await flowing;
  } catch (error) {
    unpacker.destroy();
    signal?.throwIfAborted();
    throw isDamage(error) ? damaged(error) : error;
  }
  const text = await readFile(join(folder, inBackup.manifest), "utf8").catch(() => null);
  if (about === null || text === null) throw damaged("its end is missing");
  const manifest = Manifest.parse(JSON.parse(text));
  requireSame(manifest.entries, found);
  return { about, manifest };
}

/** Where a file of the backup goes; never outside of the folder. */
function placeOf(folder: string, name: string): string {
  const path = normalize(name);
  if (path.startsWith("/") || path.split("/").includes("..")) throw damaged(`it names ${name}`);
  return join(folder, path);
}

function requireSame(announced: readonly Entry[], found: readonly Entry[]): void {
  const written = new Map(found.map((entry) => [entry.path, entry]));
  for (const { path, size_bytes: size, sha256 } of announced) {
    const entry = written.get(path);
    if (entry?.size_bytes === size && entry.sha256 === sha256) continue;
    throw damaged(`${path} is ${entry === undefined ? "missing" : "not what was written"}`);
  }
}

const isDamage = (error: unknown): boolean =>
  !(error instanceof AppError) && !isFullDisk(error) && !isSystemError(error, "EACCES", "EPERM");

function damaged(cause: unknown): AppError {
  const why = typeof cause === "string" ? `: ${cause}` : "";
  return new AppError(
    "invalid_input",
    `The backup is damaged or not whole${why}. Nothing was changed; take another copy of it, or an older one.`,
    { cause },
  );
}

const unreadable = (file: string, cause: unknown) =>
  new AppError("not_found", `${file} can't be read. Nothing was changed; correct the path.`, {
    cause,
  });
