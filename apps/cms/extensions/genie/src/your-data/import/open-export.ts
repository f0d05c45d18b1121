import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { exportedCollections, exportFormat, ExportManifest, manifestPath } from "@genie/schema";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { cutText } from "../../cut-text.ts";
import { refusal } from "../../refusals.ts";

export type OpenedExport = {
  manifest: ExportManifest;
  /** Whether there is such a file in it. */
  has: (path: string) => boolean;
  /** How many bytes a file has that is in it; 0 for one that is not. */
  size: (path: string) => number;
  /** The bytes of a file that is in it. */
  read: (path: string) => Promise<Readable>;
  close: () => void;
};

const mostEntries = 400_000;
/** Of the name and what else a ZIP says of a file: all of it is kept in memory, for every file. */
const mostAboutEntryBytes = 1024;
const mostManifestBytes = 64 * 1024 * 1024;
/** Text packs to a hundredth at best; what claims more is made to fill a disk. */
const mostInflation = 200;
const mediaFolder = "library/media/";

/**
 * Opens an export and holds all of it to its own manifest before anything is believed: nothing leads out of it, nothing
 * is in it that an export does not have, and every file has the size and the checksum that it should have.
 */
export async function openExport(
  path: string,
  sizeBytes: number,
  onProgress: (share: number) => void,
): Promise<OpenedExport> {
  // Refuses paths that are absolute or lead upwards, and entries that are longer than they say.
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
    validateEntrySizes: true,
  }).catch(notWhole);
  try {
    const entries = await listEntries(zip, sizeBytes);
    const manifest = await readManifest(zip, entries.get(manifestPath));
    requireListed(entries, manifest);
    await checkSums(zip, entries, manifest, onProgress);
    return {
      manifest,
      has: (name) => entries.has(name),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      read: async (name) => {
        const entry = entries.get(name);
        if (!entry) throw unusable(`${name} is missing.`);
        return zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile, sizeBytes: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw unusable("It holds more files than an export can have.");
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (
        entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength >
        mostAboutEntryBytes
      ) {
        throw unusable("It names a file at greater length than any export does.");
      }
      if (!isOfExport(entry.fileName)) {
        throw unusable(`${entry.fileName} is nothing that an export has.`);
      }
      unpacked += entry.uncompressedSize;
      if (entries.has(entry.fileName)) throw unusable(`${entry.fileName} is in it twice.`);
      // An export stores media as they are, so they take no more room than the file that was sent.
      const isPacked = entry.fileName.startsWith(mediaFolder) && entry.compressionMethod !== 0;
      if (isPacked || !entry.canDecodeFileData()) {
        throw unusable(`${entry.fileName} is packed or locked otherwise.`);
      }
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (isOurs(error)) throw error;
    return notWhole(error);
  }
  if (unpacked > sizeBytes * mostInflation) {
    throw unusable("It would unpack to far more than any export does.");
  }
  return entries;
}

async function readManifest(zip: ZipFile, entry: Entry | undefined): Promise<ExportManifest> {
  if (!entry) throw unusable(`It has no ${manifestPath}: it is not whole, or no export.`);
  if (entry.uncompressedSize > mostManifestBytes) throw unusable("Its manifest is too long.");
  const text = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  const parsed = ExportManifest.safeParse(jsonOf(text));
  if (!parsed.success) throw unusable(`Its ${manifestPath} can't be read.`);
  if (parsed.data.version > exportFormat.version) {
    throw unusable(
      "It was made by a newer release than this one. Bring this installation up to date and import it then.",
    );
  }
  return parsed.data;
}

const known = new Set([
  manifestPath,
  "README.txt",
  ...exportedCollections.flatMap(({ path }) => [`${path}.jsonl`, `${path}.csv`]),
]);

const isOfExport = (path: string) =>
  known.has(path) ||
  (path.startsWith(mediaFolder) && !path.slice(mediaFolder.length).includes("/"));

function requireListed(entries: ReadonlyMap<string, Entry>, manifest: ExportManifest): void {
  const listed = new Map(manifest.entries.map(({ path, size_bytes: size }) => [path, size]));
  if (listed.size !== manifest.entries.length) {
    throw unusable(`${manifestPath} names a file twice.`);
  }
  for (const [path, { uncompressedSize: size }] of entries) {
    if (path === manifestPath) continue;
    if (listed.get(path) !== size) throw unusable(`${path} is not as ${manifestPath} says.`);
  }
  for (const path of listed.keys()) {
    if (!entries.has(path)) throw unusable(`${path} is missing.`);
  }
}

async function checkSums(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { entries: listed }: ExportManifest,
  onProgress: (share: number) => void,
): Promise<void> {
  const total = listed.reduce((sum, { size_bytes: size }) => sum + size, 1);
  let done = 0;
  for (const { path, sha256, size_bytes: size } of listed) {
    const entry = entries.get(path);
    if (!entry) continue;
    const hash = createHash("sha256");
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        hash.update(chunk as Buffer);
      }
    } catch (error) {
      return notWhole(error);
    }
    if (hash.digest("hex") !== sha256) throw unusable(`${path} was changed or damaged on the way.`);
    done += size;
    onProgress(done / total);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isOurs = (error: unknown) => error instanceof Error && error.message.endsWith(nothingDone);

function notWhole(cause: unknown): never {
  throw Object.assign(
    unusable("It can't be opened as a ZIP: it is damaged, or the download of it broke off."),
    { cause },
  );
}

const nothingDone = "Nothing was imported.";
/** What is quoted from a manifest may be of any length, and the sentence is kept. */
const mostOfSentence = 1024;
const unusable = (sentence: string) =>
  refusal(
    "INVALID_PAYLOAD",
    `This file can't be imported. ${cutText(sentence, mostOfSentence)} ${nothingDone}`,
  );
