import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeBackupKey, readIdentities } from "./backup-key.ts";
import { readArchive } from "./read-archive.ts";
import { type ArchiveWriter, writeArchive } from "./write-archive.ts";

const about = {
  format: 1,
  versions: { product: "0.1.0", directus: "11.17.4", migration: "20260101A" },
  made_at: "2026-03-01T03:00:00Z",
  database: { kind: "cluster", postgres: 18, machine: "linux-x64" },
  bucket: null,
};

let folder: string;
let file: string;
let recipient: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "genie-archive-"));
  file = join(folder, "b.age");
  recipient = await makeBackupKey(join(folder, "key"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const accept = () => undefined;
const key = () => ({ identities: readIdentities(join(folder, "key")) });

async function write(work: (archive: ArchiveWriter) => Promise<void> = async () => undefined) {
  mkdirSync(join(folder, "from"), { recursive: true });
  writeFileSync(join(folder, "from", "empty"), "");
  writeFileSync(join(folder, "from", "large"), Buffer.alloc(300_000, "x"));
  await writeArchive(file, { lock: { recipients: [recipient] } }, async (archive) => {
    await archive.text("about.json", JSON.stringify(about));
    await archive.tree("uploads", join(folder, "from"));
    await work(archive);
    const manifest = { entries: archive.entries, rows: [] };
    await archive.text("manifest.json", JSON.stringify(manifest));
  });
}

function read() {
  const to = join(folder, "to");
  mkdirSync(to);
  return readArchive(file, key(), to, { accept });
}

describe("an archive", () => {
  it("comes back as it was", async () => {
    await write();
    const { manifest } = await read();
    expect(manifest.entries.map(({ path }) => path).toSorted()).toEqual([
      "about.json",
      "uploads/empty",
      "uploads/large",
    ]);
    expect(readFileSync(join(folder, "to", "uploads", "large"), "utf8")).toBe("x".repeat(300_000));
  });

  it("with a byte that is another is refused", async () => {
    await write();
    const bytes = readFileSync(file);
    const at = bytes.length - 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(read()).rejects.toThrow("The backup is damaged or not whole");
  });

  it.each([1, 20, 1000])("that lacks its last %i bytes is refused", async (count) => {
    await write();
    truncateSync(file, readFileSync(file).length - count);
    await expect(read()).rejects.toThrow("The backup is damaged or not whole");
  });

  it("that finds no room is not called damaged", async () => {
    await write();
    mkdirSync(join(folder, "to", "uploads"), { recursive: true });
    symlinkSync("/dev/full", join(folder, "to", "uploads", "large"));
    const full = readArchive(file, key(), join(folder, "to"), { accept });
    await expect(full).rejects.toMatchObject({ code: "ENOSPC" });
  });

  it("is no backup when it is something else", async () => {
    writeFileSync(file, "a shopping list\n");
    await expect(read()).rejects.toThrow("This is no backup of Genie Helper");
  });

  it("that names a place outside of its folder is refused", async () => {
    await write((archive) => archive.text("uploads/../../outside", "x"));
    await expect(read()).rejects.toThrow("it names uploads/../../outside");
  });

  it("leaves nothing behind when what feeds it fails", async () => {
    const failing = write(() => Promise.reject(new Error("the database is gone")));
    await expect(failing).rejects.toThrow("the database is gone");
    expect(() => readFileSync(file)).toThrow("ENOENT");
    expect(() => readFileSync(`${file}.part`)).toThrow("ENOENT");
  });

  it("leaves nothing behind when it is called off", async () => {
    const stopping = new AbortController();
    const lock = { recipients: [recipient] };
    const stopped = writeArchive(file, { lock, signal: stopping.signal }, async (archive) => {
      await archive.text("about.json", JSON.stringify(about));
      stopping.abort();
      await archive.tree("uploads", folder);
    });
    await expect(stopped).rejects.toThrow("aborted");
    expect(readdirSync(folder)).toEqual(["key"]);
  });

  it("that is shorter than it was said to be is no archive", async () => {
    const failing = write((archive) => archive.file("uploads/half", 10, Readable.from(["half"])));
    await expect(failing).rejects.toThrow("Size mismatch");
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it("opens with its passphrase and with no other", async () => {
    const lock = { passphrase: "four words at random", workFactor: 10 };
    await writeArchive(file, { lock }, async (archive) => {
      await archive.text("about.json", JSON.stringify(about));
      await archive.text("manifest.json", JSON.stringify({ entries: archive.entries, rows: [] }));
    });
    const to = join(folder, "to");
    mkdirSync(to);
    await expect(readArchive(file, { passphrase: "others" }, to, { accept })).rejects.toThrow(
      "The passphrase does not open this backup.",
    );
    await readArchive(file, { passphrase: "four words at random" }, to, { accept });
  });
});
