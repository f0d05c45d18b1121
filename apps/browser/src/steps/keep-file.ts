import { AppError } from "@genie/errors";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Session } from "../sessions/session.ts";
import { fileNameFor } from "./file-name-for.ts";

export type GivenFile = { name: string; mime: string; bytes: AsyncIterable<Uint8Array> };

/** Writes a file to the disk for a later upload and gives its handle. */
export async function keepFile(
  { files, folder }: Session,
  { name, mime, bytes }: GivenFile,
  maxBytes: number,
): Promise<string> {
  const handle = randomUUID();
  const ownFolder = join(folder, handle);
  const path = join(ownFolder, fileNameFor(name, mime));
  await mkdir(ownFolder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(bytes, limitTo(maxBytes), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(ownFolder, { recursive: true, force: true });
    throw error;
  }
  files.set(handle, path);
  return handle;
}

function limitTo(maxBytes: number): Transform {
  let sizeBytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) return done(null, chunk);
      const megabytes = Math.floor(maxBytes / 1024 / 1024);
      const sentence = `The file is too large for the browser. Up to ${megabytes} MB are taken.`;
      return done(new AppError("invalid_input", sentence));
    },
  });
}
