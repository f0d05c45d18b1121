import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { exportFormat, type ExportManifest, manifestPath } from "@genie/schema";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { heldFiles } from "../../testing/held-files.ts";
import { png } from "../../testing/pictures.ts";
import { sniffMedia } from "../../uploads/sniff-media.ts";
import { openExport } from "./open-export.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "genie-open-export-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.each<[string, Record<string, string>, string | undefined, string]>([
  ["with a name of 60 KB", { [`library/media/${"a".repeat(60_000)}`]: "x" }, undefined, "length"],
  ["with a long comment", { "README.txt": "x" }, "c".repeat(60_000), "length"],
  ["with a file of something else", { "__MACOSX/x": "x" }, undefined, "__MACOSX/x is nothing that"],
])("an export %s is refused by its list of files alone", async (_with, texts, comment, said) => {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  // Without a manifest it would be refused as soon as that is looked for.
  const refused = open(await zipOf(files, comment));
  await expect(refused).rejects.toThrow(said);
  await expect(refused).rejects.toThrow("Nothing was imported.");
});

it("quotes no more of a manifest than a sentence has room for", async () => {
  const files = new Map([[manifestPath, manifestOf(new Map([["a".repeat(1_000_000), png()]]))]]);
  const said = await open(await zipOf(files)).then(String, String);
  expect(said).toContain("Nothing was imported.");
  expect(said.length).toBeLessThan(1200);
});

it.each(["no picture at all", "a picture that is left half read"])(
  "the file is closed after %s, as soon as its stream is destroyed",
  async (what) => {
    const picture = Buffer.concat([png(), Buffer.alloc(1_000_000)]);
    const path = "library/media/a.png";
    const media = new Map([[path, what === "no picture at all" ? Buffer.alloc(900_000) : picture]]);
    const file = await zipOf(new Map([...media, [manifestPath, manifestOf(media)]]));
    const opened = await open(file);
    const source = await opened.read(path);
    const sniffed = await sniffMedia(source, "a.png", 10_000_000).catch(() => null);
    expect(sniffed === null).toBe(what === "no picture at all");
    source.destroy();
    opened.close();
    await expect.poll(() => heldFiles(file), { timeout: 20_000, interval: 5 }).toEqual([]);
  },
);

async function open(file: string) {
  return openExport(file, 10_000_000, () => undefined);
}

async function zipOf(files: ReadonlyMap<string, Buffer>, fileComment = ""): Promise<string> {
  const zip = new ZipFile();
  // Its types don't know of comments.
  const options = { compress: false, fileComment };
  for (const [path, bytes] of files) zip.addBuffer(bytes, path, options);
  zip.end();
  const file = join(folder, "export.zip");
  await writeFile(file, await buffer(zip.outputStream));
  return file;
}

function manifestOf(files: ReadonlyMap<string, Buffer>): Buffer {
  const manifest: ExportManifest = {
    format: exportFormat.name,
    version: exportFormat.version,
    made_at: "2026-03-01T03:00:00Z",
    rows: {},
    files: files.size,
    missing: [],
    entries: [...files].map(([path, bytes]) => ({
      path,
      size_bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  };
  return Buffer.from(JSON.stringify(manifest));
}
