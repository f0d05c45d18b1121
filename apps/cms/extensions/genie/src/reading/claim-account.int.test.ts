import { randomUUID } from "node:crypto";
import { stackUnderTest } from "@genie/testing";
import knex from "knex";
import { afterAll, expect, it } from "vitest";
import { claimAccount, isBeingRead } from "./claim-account.ts";

// As two processes, each with connections of its own.
const open = () => knex({ client: "pg", connection: stackUnderTest().databaseUrl });
const [one, two] = [open(), open()];
afterAll(async () => {
  await Promise.all([one.destroy(), two.destroy()]);
});

const account = randomUUID();
const alone = { services: 1 };

it("an account is read once at a time, by whichever process, and free again after that", async () => {
  const release = await claimAccount(one, account, alone);
  await expect(claimAccount(two, account, alone)).rejects.toMatchObject({ code: "CONFLICT" });
  expect([await isBeingRead(one, account), await isBeingRead(two, account)]).toEqual([true, true]);
  expect(await isBeingRead(two, randomUUID())).toBe(false);
  release();
  await expect.poll(() => isBeingRead(two, account)).toBe(false);
  (await claimAccount(two, account, alone))();
});

it("all processes together read three accounts for each browser service", async () => {
  const releases: (() => void)[] = [];
  for (const process of [one, two, one]) {
    releases.push(await claimAccount(process, randomUUID(), alone));
  }
  await expect(claimAccount(two, randomUUID(), alone)).rejects.toMatchObject({
    code: "REQUESTS_EXCEEDED",
  });
  releases.push(await claimAccount(two, randomUUID(), { services: 2 }));
  for (const release of releases) release();
});

it("an account whose process has ended is free", async () => {
  const process = open();
  const release = await claimAccount(process, account, alone);
  expect(await isBeingRead(two, account)).toBe(true);
  await two.raw(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)",
    [`genie/reading/${account}`],
  );
  await expect.poll(() => isBeingRead(two, account)).toBe(false);
  release();
  await process.destroy();
});

it("while a job to read it is being made, no flow begins to", async () => {
  const making = await one.transaction();
  expect(await isBeingRead(making, account)).toBe(false);
  await expect(claimAccount(two, account, alone)).rejects.toMatchObject({ code: "CONFLICT" });
  await making.rollback();
  (await claimAccount(two, account, alone))();
});
