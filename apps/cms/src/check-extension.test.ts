import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkExtension } from "./check-extension.ts";

const manifest = {
  name: "genie",
  type: "module",
  "directus:extension": {
    type: "bundle",
    host: "^11.0.0",
    path: { app: "src/app.js", api: "src/api.ts" },
    entries: [
      { type: "hook", name: "harden", source: "src/harden.ts" },
      { type: "operation", name: "check", source: { app: "src/check.js", api: "src/check.ts" } },
    ],
  },
};
const extension = manifest["directus:extension"];
const head = "The manifest of the gate (apps/cms/extensions/genie/package.json) is broken: ";
const files = ["app.js", "api.ts", "harden.ts", "check.js", "check.ts"].map((f) => `src/${f}`);
const folders: string[] = [];

function folderWith(text: string | null, there = files): string {
  const folder = mkdtempSync(join(tmpdir(), "genie-manifest-"));
  folders.push(folder);
  if (text !== null) writeFileSync(join(folder, "package.json"), text);
  mkdirSync(join(folder, "src"));
  for (const file of there) writeFileSync(join(folder, file), "");
  return `${folder}/`;
}

describe("checkExtension", () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("is content with the gate as it is, and with one like it", async () => {
    await expect(checkExtension()).resolves.toBeUndefined();
    await expect(checkExtension(folderWith(JSON.stringify(manifest)))).resolves.toBeUndefined();
  });

  it.each([
    ["is not there", null, "it can't be read"],
    ["is cut off", '{ "name": "gen', "it is not JSON"],
    ["is empty", "", "it is not JSON"],
    ["is another thing", "[]", "expected object"],
    ["is no module", JSON.stringify({ ...manifest, type: "commonjs" }), "type: "],
    [
      "says nothing of Directus",
      JSON.stringify({ name: "genie", type: "module" }),
      "directus:extension: ",
    ],
    [
      "is of another kind",
      JSON.stringify({ ...manifest, "directus:extension": { ...extension, type: "hook" } }),
      "directus:extension.type: ",
    ],
    [
      "has no parts",
      JSON.stringify({ ...manifest, "directus:extension": { ...extension, entries: [] } }),
      "directus:extension.entries: ",
    ],
    [
      "has an operation without a form",
      JSON.stringify({
        ...manifest,
        "directus:extension": {
          ...extension,
          entries: [{ type: "operation", name: "check", source: { api: "src/check.ts" } }],
        },
      }),
      "directus:extension.entries.0.source.app: ",
    ],
    [
      "names no entry file",
      JSON.stringify({ ...manifest, "directus:extension": { ...extension, path: { app: "x" } } }),
      "directus:extension.path.api: ",
    ],
  ])("says what is wrong with a manifest that %s", async (_what, text, why) => {
    await expect(checkExtension(folderWith(text))).rejects.toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining(head),
    });
    await expect(checkExtension(folderWith(text))).rejects.toThrow(why);
    await expect(checkExtension(folderWith(text))).rejects.toThrow(
      "Directus must not run without its rules. Restore the file, for example with git checkout, and start again.",
    );
  });

  it.each(files)("says when %s is not there", async (gone) => {
    const left = files.filter((file) => file !== gone);
    await expect(checkExtension(folderWith(JSON.stringify(manifest), left))).rejects.toThrow(
      `it names ${gone}, which is not there`,
    );
  });
});
