import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepProfiles, type Profile, type Profiles } from "./keep-profiles.ts";

let base: string;
let folder: string;
let profiles: Profiles;
const account = randomUUID();

const open = () => keepProfiles(folder, join(base, "temporary"));
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "profiles-"));
  folder = join(base, "profiles");
  profiles = await open();
});
afterEach(async () => {
  profiles.close();
  await rm(base, { recursive: true, force: true });
});

const daysAgo = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);

/** What Chromium leaves. */
async function fill(profile: Profile): Promise<void> {
  for (const name of [
    "Cookies",
    "History",
    "Login Data",
    "Web Data",
    "Sessions",
    "Local Storage",
  ]) {
    await mkdir(join(profile.folder, "Default"), { recursive: true });
    await writeFile(join(profile.folder, "Default", name), "x");
  }
  await writeFile(join(profile.folder, "Local State"), "x");
}

it("keeps what sites know a device by, and no cookie, history or password", async () => {
  const profile = await profiles.take(account);
  expect((await stat(profile.folder)).mode & 0o777).toBe(0o700);
  await fill(profile);
  await profile.release(true);
  expect(await readdir(join(folder, account))).toEqual(["Default"]);
  expect(await readdir(join(folder, account, "Default"))).toEqual(["Local Storage"]);
  expect(await profiles.list()).toEqual([account]);
  const again = await profiles.take(account);
  expect(await readdir(join(again.folder, "Default"))).toEqual(["Local Storage"]);
  await again.release(true);
});

it("gives a second session of the account a temporary one, and keeps nothing of that", async () => {
  const first = await profiles.take(account);
  const second = await profiles.take(account);
  const nobodys = await profiles.take();
  expect(first.folder).toBe(join(folder, account));
  for (const { folder: path } of [second, nobodys]) expect(path).toContain("temporary");
  await fill(second);
  await second.release(true);
  await nobodys.release(true);
  expect(await readdir(join(base, "temporary"))).toEqual([]);
  await first.release(false);
  expect((await profiles.take(account)).folder).toBe(join(folder, account));
});

it("keeps nothing of what did not come to a clean end", async () => {
  const crashed = await profiles.take(account);
  await fill(crashed);
  await crashed.release(false);
  expect(await profiles.list()).toEqual([]);
});

it("removes at the start what was in use, what is old, and what is none; the rest stays", async () => {
  const [used, old, clean] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [old, clean]) {
    const profile = await profiles.take(id);
    await fill(profile);
    await profile.release(true);
  }
  await fill(await profiles.take(used));
  await mkdir(join(folder, "something"));
  await utimes(join(folder, old), daysAgo(31), daysAgo(31));
  await utimes(join(folder, clean), daysAgo(29), daysAgo(29));
  const next = await open();
  expect(await readdir(folder)).toEqual([clean]);
  next.close();
});

it("removing an account tells who uses it, waits for them, and leaves nothing", async () => {
  const own = await profiles.take(account);
  const second = await profiles.take(account);
  const others = await profiles.take(randomUUID());
  await fill(own);
  const removing = profiles.remove(account);
  expect([own, second, others].map(({ removed }) => removed.aborted)).toEqual([true, true, false]);
  await second.release(true);
  await own.release(true);
  await removing;
  expect(await profiles.list()).not.toContain(account);
  expect((await profiles.take(account)).removed.aborted).toBe(false);
});
