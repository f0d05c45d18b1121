import { randomUUID } from "node:crypto";
import type { Queues } from "@genie/jobs";
import { call, holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Creator, dismiss, makeCreator } from "../testing/post-scene.ts";
import { queueUnderTest } from "../testing/queue-under-test.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;
let queues: Queues;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  queues = queueUnderTest();
  alice = await makeCreator(database);
});
afterAll(async () => {
  await queues.close();
  await dismiss(database, alice);
  await database.end();
  letWorkerGoOn();
});

const as = (method: string, path: string, body?: object) =>
  call(method, path, { token: alice.token, from: alice.address, ...(body ? { body } : {}) });
const scheduleOf = async (profile: string) => (await queues.scrapeSchedules()).get(profile);

describe("the schedule of an account", () => {
  it("follows what its row says, until it is removed", async () => {
    const made = await as("POST", "/items/creator_profiles", {
      platform: "sandbox",
      username: randomUUID(),
      scrape_enabled: true,
      scrape_frequency: "0 3 * * *",
      timezone: "Europe/Berlin",
    });
    const { id } = made.data as { id: string };
    const path = `/items/creator_profiles/${id}`;
    await expect
      .poll(() => scheduleOf(id))
      .toEqual({ cron: "0 3 * * *", timezone: "Europe/Berlin" });
    await as("PATCH", path, { scrape_frequency: "0 */6 * * *" });
    await expect.poll(() => scheduleOf(id)).toMatchObject({ cron: "0 */6 * * *" });
    await as("PATCH", path, { timezone: "UTC" });
    await expect.poll(() => scheduleOf(id)).toMatchObject({ timezone: "UTC" });
    await as("PATCH", path, { scrape_enabled: false });
    await expect.poll(() => scheduleOf(id)).toBeUndefined();
    await as("PATCH", path, { scrape_enabled: true });
    await expect.poll(() => scheduleOf(id)).toBeDefined();
    expect((await as("DELETE", path)).status).toBe(204);
    await expect.poll(() => scheduleOf(id)).toBeUndefined();
  });
});
