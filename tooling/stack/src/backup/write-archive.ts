import { createWriteStream } from "node:fs";
import { open, opendir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import { orFullDisk } from "../full-disk.ts";
import { isSystemError } from "../misconfigured.ts";
import { encrypt, type Lock } from "./lock.ts";
import type { Entry } from "./manifest.ts";
import { createMeter } from "./meter.ts";
import { fromWeb, toWeb } from "./web-streams.ts";

export type ArchiveWriter = {
  /** A small file. */
  text: (path: string, text: string) => Promise<void>;
  folder: (path: string) => Promise<void>;
  /** A file of which the size is known before. */
  file: (path: string, sizeBytes: number, source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** All files of a folder of this machine; those that go meanwhile are left out. */
  tree: (path: string, folder: string) => Promise<void>;
  /** The files that were written until now. */
  entries: readonly Entry[];
};

/**
 * Writes a .tar.gz that is encrypted with age, as a stream. It gets its name when it is whole and on the disk; beside it
 * is its checksum as `sha256sum` writes it. Answers with the size in bytes.
 */
export async function writeArchive(
  path: string,
  { lock, signal }: { lock: Lock; signal?: AbortSignal | undefined },
  work: (writer: ArchiveWriter) => Promise<void>,
): Promise<number> {
  const draft = `${path}.part`;
  const tar = pack();
  const zipped = createGzip({ level: 1 });
  const zipping = pipeline(tar, zipped);
  const sealed = await encrypt(lock, toWeb(zipped));
  const meter = createMeter();
  const writing = pipeline(
    fromWeb(sealed),
    meter.stream,
    createWriteStream(draft, { mode: 0o600, flush: true }),
  );
  // What feeds the archive hears of it when its end is gone.
  writing.catch((error: Error) => tar.destroy(error));
  zipping.catch(() => undefined);
  const stop = () => tar.destroy(new Error("stopped"));
  signal?.addEventListener("abort", stop);
  try {
    signal?.throwIfAborted();
    await Promise.all([feed(tar, work), writing]);
    await writeFile(`${path}.sha256`, `${meter.sha256()}  ${basename(path)}\n`, { mode: 0o600 });
    await rename(draft, path);
    return meter.sizeBytes();
  } catch (error) {
    await rm(draft, { force: true });
    signal?.throwIfAborted();
    throw orFullDisk(
      error,
      path,
      "No backup was made; free some space, or name another folder with --to.",
    );
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

async function feed(
  tar: ReturnType<typeof pack>,
  work: (writer: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const entries: Entry[] = [];
  const file: ArchiveWriter["file"] = async (name, size, source) => {
    const meter = createMeter();
    await new Promise<void>((resolve, reject) => {
      const entry = tar.entry({ name, size, mode: 0o600 }, (error) =>
        error ? reject(error) : resolve(),
      );
      pipeline(source, meter.stream, entry).catch(reject);
    });
    entries.push({ path: name, size_bytes: size, sha256: meter.sha256() });
  };
  const folder = (name: string) =>
    new Promise<void>((resolve, reject) => {
      tar.entry({ name, type: "directory", mode: 0o700 }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  const tree = async (path: string, from: string): Promise<void> => {
    await folder(path);
    for await (const child of await opendir(from)) {
      const [name, place] = [`${path}/${child.name}`, join(from, child.name)];
      if (child.isDirectory()) await tree(name, place);
      else if (child.isFile()) await presentFile(name, place);
    }
  };
  const presentFile = async (name: string, place: string): Promise<void> => {
    const opened = await open(place).catch((error: unknown) => {
      if (isSystemError(error, "ENOENT")) return null;
      throw error;
    });
    if (opened === null) return;
    const { size } = await opened.stat();
    if (size === 0) {
      await opened.close();
      await file(name, 0, Readable.from([]));
      // No more than was announced, should it grow meanwhile.
    } else await file(name, size, opened.createReadStream({ end: size - 1 }));
  };
  try {
    await work({
      entries,
      folder,
      file,
      tree,
      text: (path, text) => {
        const bytes = Buffer.from(text);
        return file(path, bytes.length, Readable.from([bytes]));
      },
    });
    tar.finalize();
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
