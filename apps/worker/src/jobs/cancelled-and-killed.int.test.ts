import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { openQueues, type Queues, queueConnection, watermark } from "@genie/jobs";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { create, endOfJob, type JobRow, read } from "../testing/creator.ts";
import { addEntry, type Entry } from "../testing/library-entry.ts";
import { samplePicture, sampleVideo } from "../testing/sample-media.ts";
import { signalService } from "../testing/service-process.ts";

const patience = { timeout: 150_000, interval: 50 };
const { logFolder, queuesDatabaseUrl, workerToken } = stackUnderTest();
const workFolder = join(dirname(logFolder), "worker", "media", "work");

const database = openDatabase();
let queues: Queues;
let alice: TestUser;
let picture: Entry;
beforeAll(async () => {
  queues = openQueues(queueConnection({ queuesDatabaseUrl }), { onError: () => undefined });
  alice = await createUser({ role: roles.creator.id });
  picture = await addEntry(alice, await samplePicture(), "picture.jpg");
});
afterAll(async () => {
  await queues.close();
  await database.end();
});

const order = async (entry: Entry, job_type = "watermark", payload: object = { text: "@demo" }) =>
  (
    await create<{ id: string }>(alice, "media_jobs", {
      job_type,
      input_media_id: entry.id,
      payload,
    })
  ).id;
const cancel = (...ids: string[]) =>
  call("POST", "/jobs/cancel", { token: alice.token, from: alice.address, body: { ids } });
const rowOf = (job: string) => read<JobRow>(alice, `/items/media_jobs/${job}`);
const entriesOf = async (job: string) =>
  (await database.query<{ id: string }>("select id from scraped_media where made_by = $1", [job]))
    .rows;
const filesOf = async (job: string) =>
  (
    await database.query<{ id: string }>(
      "select id from directus_files where title like '%' || $1 and filesize is not null",
      [job],
    )
  ).rows;

describe("work that is called off", () => {
  it("while it waits is never begun", async () => {
    signalService("worker", "SIGSTOP");
    let job: string;
    try {
      job = await order(picture);
      expect((await cancel(job)).data).toEqual({ cancelled: [job] });
    } finally {
      signalService("worker", "SIGCONT");
    }
    // What was asked for later is done, so this one was passed over.
    expect(await endOfJob(alice, await order(picture))).toMatchObject({ status: "completed" });
    expect(await rowOf(job)).toMatchObject({ status: "cancelled", attempts: 0 });
    expect([await entriesOf(job), await filesOf(job)]).toEqual([[], []]);
  });

  it("while it runs ends, keeps nothing, and leaves room for what comes after it", async () => {
    const video = await addEntry(alice, await sampleVideo(90, "1280x720"), "long.mp4");
    const job = await order(video);
    await vi.waitFor(async () => {
      expect(await rowOf(job)).toMatchObject({ status: "active" });
      expect((await rowOf(job)).progress).toBeGreaterThan(0);
    }, patience);
    expect((await cancel(job)).data).toEqual({ cancelled: [job] });
    await expect.poll(() => queues.isPending(watermark, { jobId: job }), patience).toBe(false);
    expect(await rowOf(job)).toMatchObject({ status: "cancelled", error: null });
    expect([await entriesOf(job), await filesOf(job)]).toEqual([[], []]);
    await expect.poll(() => readdirSync(workFolder), patience).toEqual([]);
  });
});

/** A job that its worker had before it when it was killed. */
async function makeJob(status: string): Promise<string> {
  const job = randomUUID();
  await database.query(
    `insert into media_jobs (id, user_id, job_type, input_media_id, payload, status)
     values ($1, $2, 'watermark', $3, '{"text":"@demo"}', $4)`,
    [job, alice.id, picture.id, status],
  );
  return job;
}

async function storeFor(job: string): Promise<string> {
  const form = new FormData();
  form.set("owner", alice.id);
  form.set("title", `watermark ${job}`);
  form.set("file", new Blob([await samplePicture()]), "watermarked-picture.jpg");
  const { data, text } = await call("POST", "/uploads", { token: workerToken, body: form });
  if (!data) throw new Error(text);
  return (data as { id: string }).id;
}

describe("a worker that was killed", () => {
  it("after it had stored the file makes its entry with that file", async () => {
    const job = await makeJob("active");
    const file = await storeFor(job);
    await queues.enqueue(watermark, { jobId: job });
    expect(await endOfJob(alice, job)).toMatchObject({ status: "completed", error: null });
    const [entry, ...others] = await entriesOf(job);
    expect([others, await filesOf(job)]).toEqual([[], [{ id: file }]]);
    const made = await read<Entry>(alice, `/items/scraped_media/${entry?.id}`);
    expect(made).toMatchObject({ file_id: file, derived_from: picture.id });
  });

  it("after it had made the entry makes no second one", async () => {
    const job = await makeJob("active");
    const file = await storeFor(job);
    const body = { user_id: alice.id, media_type: "image", source: "derived", file_id: file };
    const added = await call("POST", "/items/scraped_media", {
      token: workerToken,
      body: { ...body, made_by: job },
    });
    const { id } = added.data as { id: string };
    await queues.enqueue(watermark, { jobId: job });
    expect(await endOfJob(alice, job)).toMatchObject({
      status: "completed",
      output_media_id: id,
    });
    expect([await entriesOf(job), await filesOf(job)]).toEqual([[{ id }], [{ id: file }]]);
  });

  it("and whose work was called off since, keeps nothing of what it had stored", async () => {
    const job = await makeJob("cancelled");
    await storeFor(job);
    await queues.enqueue(watermark, { jobId: job });
    await expect.poll(() => filesOf(job), patience).toEqual([]);
    expect(await rowOf(job)).toMatchObject({ status: "cancelled" });
    expect(await entriesOf(job)).toEqual([]);
  });

  it("at any moment ends with one entry and one file, and an empty work folder", async () => {
    const job = await order(picture);
    // The moment between storing and the end, or close to it.
    await vi.waitFor(
      async () => {
        const found = "select 1 from directus_files where title like '%' || $1";
        expect((await database.query(found, [job])).rowCount).toBe(1);
      },
      { timeout: 150_000, interval: 5 },
    );
    signalService("worker", "SIGKILL");
    expect(await endOfJob(alice, job)).toMatchObject({ status: "completed", error: null });
    expect([await entriesOf(job), await filesOf(job)]).toEqual([
      [expect.any(Object)],
      [expect.any(Object)],
    ]);
    await expect.poll(() => readdirSync(workFolder), patience).toEqual([]);
  });
});
