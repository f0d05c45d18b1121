import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withLock } from "./lock.mjs";

const noPid = 2 ** 30;
let folder;

async function fail() {
  throw new Error("no network");
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lets one at a time work, and the second hears that it waits", async () => {
  const events = [];
  const lock = join(folder, "lock");
  const work = (name) => async () => {
    events.push(`${name} begins`);
    await Promise.resolve();
    events.push(`${name} ends`);
  };
  await Promise.all([
    withLock(lock, () => events.push("first waits"), work("first")),
    withLock(lock, () => events.push("second waits"), work("second")),
  ]);
  expect(events).toEqual([
    "first begins",
    "second waits",
    "first ends",
    "second begins",
    "second ends",
  ]);
});

it("takes over the lock of a process that has died", async () => {
  const lock = join(folder, "lock");
  mkdirSync(lock);
  writeFileSync(join(lock, "pid"), String(noPid));
  expect(
    await withLock(
      lock,
      () => undefined,
      () => "done",
    ),
  ).toBe("done");
});

it("is free again after work that failed", async () => {
  const lock = join(folder, "lock");
  await expect(withLock(lock, () => undefined, fail)).rejects.toThrow("no network");
  expect(
    await withLock(
      lock,
      () => undefined,
      () => "done",
    ),
  ).toBe("done");
});
