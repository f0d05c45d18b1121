import { randomUUID } from "node:crypto";
import { CancelJobsAnswer } from "@genie/schema";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Creator, dismiss, makeCreator, makeMedia, type Row } from "../testing/post-scene.ts";

const database = openDatabase();
const { workerToken } = stackUnderTest();
let letWorkerGoOn: () => void;
let alice: Creator;
let bob: Creator;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
  letWorkerGoOn();
});

async function makeJob(columns: Row = {}): Promise<string> {
  const id = randomUUID();
  const { job_type = "watermark", status = "queued" } = columns;
  await database.query(
    "insert into media_jobs (id, user_id, job_type, status) values ($1, $2, $3, $4)",
    [id, alice.id, job_type, status],
  );
  return id;
}
const cancel = ({ token, address: from }: Creator, ...ids: string[]) =>
  call("POST", "/jobs/cancel", { token, from, body: { ids } });
const statusOf = async (id: string) =>
  (await database.query("select status from media_jobs where id = $1", [id])).rows[0]?.status;
const asWorker = (id: string, body: object) =>
  call("PATCH", `/items/media_jobs/${id}`, { token: workerToken, body });

async function addEntryMadeBy(job: string) {
  const { file } = await makeMedia(database, alice);
  const body = { user_id: alice.id, media_type: "image", source: "derived", file_id: file };
  return call("POST", "/items/scraped_media", {
    token: workerToken,
    body: { ...body, made_by: job },
  });
}

it("work that waits or runs is called off, and what is over stays as it is", async () => {
  const waiting = await makeJob();
  const running = await makeJob({ status: "active", job_type: "teaser" });
  const over = await makeJob({ status: "failed" });
  const { status, data } = await cancel(alice, waiting, running, over);
  expect(status).toBe(200);
  expect(new Set(CancelJobsAnswer.parse(data).cancelled)).toEqual(new Set([waiting, running]));
  expect(await Promise.all([waiting, running, over].map(statusOf))).toEqual([
    "cancelled",
    "cancelled",
    "failed",
  ]);
});

it("work that was called off stays so, whatever the worker says of it", async () => {
  const job = await makeJob({ status: "active" });
  await cancel(alice, job);
  for (const change of [
    { progress: 40 },
    { status: "completed" },
    { status: "queued", error: null },
    { status: "active", started_at: new Date().toISOString() },
  ]) {
    const { status, errors } = await asWorker(job, change);
    expect([status, errors[0]?.message]).toEqual([
      409,
      "This work was called off. Nothing was changed; start it again if you want it after all.",
    ]);
  }
  expect(await statusOf(job)).toBe("cancelled");
});

it("work that was called off adds nothing to the library", async () => {
  const job = await makeJob({ status: "active" });
  await cancel(alice, job);
  const { status, errors } = await addEntryMadeBy(job);
  expect([status, errors[0]?.message]).toEqual([
    409,
    "This work was called off. Nothing was added to the library.",
  ]);
});

it("work that has made its entry is not called off any more", async () => {
  const job = await makeJob({ status: "active" });
  expect((await addEntryMadeBy(job)).status).toBe(200);
  expect((await cancel(alice, job)).data).toEqual({ cancelled: [] });
  expect((await asWorker(job, { status: "completed" })).status).toBe(200);
});

it("a job makes one entry and no second one", async () => {
  const job = await makeJob({ status: "active" });
  expect((await addEntryMadeBy(job)).status).toBe(200);
  expect((await addEntryMadeBy(job)).status).toBeGreaterThanOrEqual(400);
  const { rowCount } = await database.query("select 1 from scraped_media where made_by = $1", [
    job,
  ]);
  expect(rowCount).toBe(1);
});

it("of calling off and finishing at once, one wins and the other sees it", async () => {
  for (let round = 0; round < 5; round += 1) {
    const job = await makeJob({ status: "active" });
    const [made, called] = await Promise.all([addEntryMadeBy(job), cancel(alice, job)]);
    const isMade = made.status === 200;
    expect(called.data).toEqual({ cancelled: isMade ? [] : [job] });
    expect(await statusOf(job)).toBe(isMade ? "active" : "cancelled");
  }
});

it("nobody calls another's work off, nor what is no work on media", async () => {
  const job = await makeJob();
  const own = await makeJob({ job_type: "scrape_profile" });
  const { status, errors } = await cancel(bob, job);
  expect([status, errors[0]?.message]).toEqual([
    403,
    "There is no such job of yours. Nothing was called off.",
  ]);
  expect((await cancel(alice, job, own)).status).toBe(400);
  expect((await call("POST", "/jobs/cancel", { body: { ids: [job] } })).status).toBe(403);
  const token = workerToken;
  expect((await call("POST", "/jobs/cancel", { token, body: { ids: [job] } })).status).toBe(403);
  expect(await Promise.all([job, own].map(statusOf))).toEqual(["queued", "queued"]);
});

it("a program that only reads calls nothing off", async () => {
  const job = await makeJob();
  const made = await call("POST", "/tokens", {
    token: alice.token,
    from: alice.address,
    body: { name: "reads", scopes: ["read"], expires_in_days: 1 },
  });
  const { token } = made.data as { token: string };
  const { status } = await call("POST", "/jobs/cancel", { token, body: { ids: [job] } });
  expect([made.status, status, await statusOf(job)]).toEqual([200, 403, "queued"]);
});
