import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fakeAccount } from "../testing/fake-account.ts";
import { intentMemory } from "./intent-memory.ts";

const { log } = fakeAccount().services;
const fresh = async () => join(await mkdtemp(join(tmpdir(), "intents-")), "kept", "last-intent");

it("keeps the highest number, whatever the order, for the next start", async () => {
  const path = await fresh();
  const memory = intentMemory(path, log);
  expect(await memory.last()).toBeNull();
  for (const intentNo of [4, 9, 7]) memory.note(intentNo);
  expect(await memory.last()).toBe(9);
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).toBe("9");
  expect(await intentMemory(path, log).last()).toBe(9);
  expect(await readdir(join(path, ".."))).toEqual(["last-intent"]);
});

it("takes a file that can't be read for none", async () => {
  const path = await fresh();
  intentMemory(path, log).note(3);
  await expect.poll(() => readFile(path, "utf8").catch(() => "")).toBe("3");
  await writeFile(path, "nonsense");
  expect(await intentMemory(path, log).last()).toBeNull();
});
