import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeOverKept } from "./take-over-kept.ts";

let folder = "";
const at = (...path: string[]) => join(folder, ...path);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "genie-kept-"));
  await mkdir(at("old", "outcomes"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

it("brings what was kept before, and leaves what is there already", async () => {
  await writeFile(at("old", "last-intent"), "7");
  await writeFile(at("old", "outcomes", "a.json"), "a");
  await writeFile(at("old", "outcomes", "b.json"), "old b");
  await mkdir(at("new", "outcomes"), { recursive: true });
  await writeFile(at("new", "outcomes", "b.json"), "new b");
  await takeOverKept(at("old"), at("new"));
  expect(await readFile(at("new", "last-intent"), "utf8")).toBe("7");
  expect(await readFile(at("new", "outcomes", "a.json"), "utf8")).toBe("a");
  expect(await readFile(at("new", "outcomes", "b.json"), "utf8")).toBe("new b");
  expect(await readdir(at("old", "outcomes"))).toEqual([]);
  expect(await readdir(at("old"))).toEqual(["outcomes"]);
});

it("does nothing where there is nothing, or both are one", async () => {
  await writeFile(at("old", "last-intent"), "7");
  await takeOverKept(at("old"), at("old"));
  await takeOverKept(at("nowhere"), at("old"));
  expect(await readFile(at("old", "last-intent"), "utf8")).toBe("7");
});
