import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fakeAccount } from "../testing/fake-account.ts";
import { keptLog } from "../testing/kept-log.ts";
import { intentMemory } from "./intent-memory.ts";

const { log } = fakeAccount().services;
const fresh = async () => join(await mkdtemp(join(tmpdir(), "intents-")), "kept", "last-intent");

it("keeps the highest number, whatever the order, for the next start", async () => {
  const path = await fresh();
  const memory = intentMemory(path, log);
  expect(await memory.last()).toBeNull();
  await Promise.all([4, 9, 7].map((intentNo) => memory.note(intentNo)));
  expect(await memory.last()).toBe(9);
  expect(await readFile(path, "utf8")).toBe("9");
  expect(await intentMemory(path, log).last()).toBe(9);
  expect(await readdir(join(path, ".."))).toEqual(["last-intent"]);
});

it("is shared: what one has noted another remembers, and puts nothing lower in its place", async () => {
  const path = await fresh();
  const [one, other] = [intentMemory(path, log), intentMemory(path, log)];
  await other.note(2);
  await one.note(9);
  expect(await other.last()).toBe(9);
  await other.note(4);
  expect(await readFile(path, "utf8")).toBe("9");
  await Promise.all([one.note(11), other.note(10)]);
  expect(await readdir(join(path, ".."))).toEqual(["last-intent"]);
});

it("says so when it can't be written, and remembers until it ends", async () => {
  const { log: kept, lines } = keptLog();
  const folder = await mkdtemp(join(tmpdir(), "intents-"));
  await writeFile(join(folder, "in-the-way"), "");
  const memory = intentMemory(join(folder, "in-the-way", "last-intent"), kept);
  await memory.note(3);
  expect(await memory.last()).toBe(3);
  expect(lines.join("")).toContain("could not be written to disk");
});

it("takes a file that can't be read for none", async () => {
  const path = await fresh();
  await intentMemory(path, log).note(3);
  expect(await readFile(path, "utf8")).toBe("3");
  await writeFile(path, "nonsense");
  expect(await intentMemory(path, log).last()).toBeNull();
});
