import { randomUUID } from "node:crypto";
import { prepareFile, type Queues, scrapeProfile, watermark } from "@genie/jobs";
import { JobSweepAnswer } from "@genie/schema";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asWorker,
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makeProfile,
  type Row,
} from "../testing/post-scene.ts";
import { queueUnderTest, takeOutOfQueue, takeOutSchedule } from "../testing/queue-under-test.ts";
import { swept } from "../testing/swept.ts";

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
  await asWorker("/jobs/sweep");
  letWorkerGoOn();
});

/** A row that no hook hears of, as old as is said. */
async function makeJob(columns: Row, age = "5 minutes"): Promise<string> {
  const row: Row = { id: randomUUID(), user_id: alice.id, job_type: "watermark", ...columns };
  const names = Object.keys(row);
  await database.query(
    `insert into media_jobs (${names.join(", ")}, created_at, started_at)
     values (${names.map((_name, index) => `$${index + 1}`).join(", ")},
             now() - $${names.length + 1}::interval, now() - $${names.length + 1}::interval)`,
    [...Object.values(row), age],
  );
  return String(row["id"]);
}

const jobRow = async (id: string): Promise<Row | undefined> =>
  (await database.query("select * from media_jobs where id = $1", [id])).rows[0];

const sweepOnce = async (): Promise<JobSweepAnswer> => {
  const { status, data, text } = await asWorker("/jobs/sweep");
  expect([status, text]).toEqual([200, text]);
  return JobSweepAnswer.parse(data);
};

const sweep = () => swept(sweepOnce);

/** Whether somebody waits for what this connection holds. */
async function waitsForOther(client: { query: typeof database.query }): Promise<boolean> {
  const { rows } = await client.query<{ waits: boolean }>(
    `select exists (select from pg_stat_activity
       where pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`,
  );
  return rows[0]?.waits ?? false;
}

describe("a sweep of jobs", () => {
  it("ends a reading that was cut off, and none that the worker has before it", async () => {
    const cutOff = await makeProfile(database, alice);
    const waiting = await makeProfile(database, alice);
    await makeJob(
      { job_type: "scrape_profile", creator_profile_id: waiting, status: "active" },
      "0",
    );
    await database.query(
      "update creator_profiles set scrape_status = 'running' where id in ($1, $2)",
      [cutOff, waiting],
    );
    await sweep();
    const { rows } = await database.query(
      "select id, scrape_status, scrape_error from creator_profiles where id in ($1, $2)",
      [cutOff, waiting],
    );
    expect(rows.find(({ id }) => id === cutOff)).toMatchObject({
      scrape_status: "error",
      scrape_error: expect.stringContaining("cut off in the middle"),
    });
    expect(rows.find(({ id }) => id === waiting)).toMatchObject({ scrape_status: "running" });
  });

  it("is the worker's alone", async () => {
    for (const token of [alice.token, stackUnderTest().adminToken, undefined]) {
      const { status, errors } = await call("POST", "/jobs/sweep", { token, from: alice.address });
      expect([status, errors[0]?.message]).toEqual([
        403,
        "Only the worker may do this. Nothing was changed.",
      ]);
    }
  });

  it("puts back what waits for long or ended without a word, once each", async () => {
    const waiting = await makeJob({ status: "queued" });
    const ended = await makeJob({ status: "active", progress: 40 });
    const scrape = await makeJob({ status: "queued", job_type: "scrape_profile" });
    expect(await sweep()).toMatchObject({ skipped: false, failed: 0 });
    expect(await queues.isPending(watermark, { jobId: waiting })).toBe(true);
    expect(await queues.isPending(watermark, { jobId: ended })).toBe(true);
    expect(await queues.isPending(scrapeProfile, { jobId: scrape })).toBe(true);
    expect(await jobRow(waiting)).toMatchObject({ status: "queued", requeues: 1 });
    expect(await jobRow(ended)).toMatchObject({ status: "queued", progress: 0, requeues: 1 });
    await sweep();
    expect(await jobRow(waiting)).toMatchObject({ requeues: 1 });
  });

  it("puts back files that nobody has prepared, those that are young or can't be left alone", async () => {
    const prepare = async (columns: string) => {
      const { file } = await makeMedia(database, alice, { isPrepared: false });
      await database.query(`update directus_files set ${columns} where id = $1`, [file]);
      return file;
    };
    const old = "uploaded_on = now() - interval '1 minute'";
    const lost = await prepare(old);
    const inParts = await prepare("uploaded_on = null, created_on = now() - interval '1 minute'");
    const others = await Promise.all([
      prepare("uploaded_on = now()"),
      prepare(`${old}, prepared_at = now()`),
      prepare(`${old}, preparation_problem = 'It is damaged.'`),
      prepare(`${old}, owner = null`),
      prepare(`${old}, filesize = null`),
    ]);
    await sweep();
    for (const file of [lost, inParts]) {
      expect(await queues.isPending(prepareFile, { fileId: file })).toBe(true);
    }
    for (const file of others) {
      expect(await queues.isPending(prepareFile, { fileId: file })).toBe(false);
    }
    await database.query("delete from directus_files where id = any($1)", [others]);
  });

  it("leaves alone what is young, is over, runs in its queue, or is a post's", async () => {
    const others = await Promise.all([
      makeJob({ status: "queued" }, "5 seconds"),
      makeJob({ status: "active" }, "90 seconds"),
      makeJob({ status: "failed" }),
      makeJob({ status: "completed" }),
      makeJob({ status: "queued", job_type: "publish_post" }),
    ]);
    const running = await makeJob({ status: "active" });
    await queues.enqueue(watermark, { jobId: running });
    const before = await Promise.all([...others, running].map(jobRow));
    await sweep();
    expect(await Promise.all([...others, running].map(jobRow))).toEqual(before);
    for (const id of others) expect(await queues.isPending(watermark, { jobId: id })).toBe(false);
  });

  it("gives up after the fifth time, with a sentence", async () => {
    const job = await makeJob({ status: "active" });
    for (let n = 1; n <= 5; n += 1) {
      await sweep();
      expect(await jobRow(job)).toMatchObject({ status: "queued", requeues: n });
      await takeOutOfQueue(watermark.queue, job);
    }
    await sweep();
    expect(await queues.isPending(watermark, { jobId: job })).toBe(false);
    expect(await jobRow(job)).toMatchObject({
      status: "failed",
      error:
        "It was put back into its queue 5 times and never ended. Nothing more is tried; start it again.",
      completed_at: expect.any(Date),
    });
  });

  it.each(["completed", "cancelled"])(
    "leaves what was %s while it was about to be given up, and goes on with the others",
    async (end) => {
      const ending = await makeJob({ status: "active", requeues: 5 }, "10 minutes");
      const other = await makeJob({ status: "active" });
      const client = await database.connect();
      try {
        await client.query("begin");
        await client.query("update media_jobs set status = $1 where id = $2", [end, ending]);
        const swept = sweep();
        await expect.poll(() => waitsForOther(client)).toBe(true);
        await client.query("commit");
        expect(await swept).toMatchObject({ failed: 0 });
      } finally {
        client.release(true);
      }
      expect(await jobRow(ending)).toMatchObject({ status: end, error: null });
      expect(await queues.isPending(watermark, { jobId: other })).toBe(true);
    },
  );

  it("is done by one at a time", async () => {
    const jobs = await Promise.all(Array.from({ length: 20 }, () => makeJob({ status: "queued" })));
    const answers = await Promise.all(Array.from({ length: 6 }, () => sweepOnce()));
    expect(answers.some(({ skipped }) => skipped)).toBe(true);
    for (const job of jobs) expect(await jobRow(job)).toMatchObject({ requeues: 1 });
  });

  it("restores schedules that got lost and removes those that stayed behind", async () => {
    const wanted = await makeProfile(database, alice);
    const changed = await makeProfile(database, alice);
    await database.query("update creator_profiles set scrape_enabled = true where id = any($1)", [
      [wanted, changed],
    ]);
    const unreadable = await makeProfile(database, alice);
    await database.query(
      "update creator_profiles set scrape_enabled = true, scrape_frequency = 'daily' where id = $1",
      [unreadable],
    );
    const surplus = randomUUID();
    const other = { cron: "0 1 * * *", timezone: "UTC" };
    await queues.setScrapeSchedule(surplus, other);
    await queues.setScrapeSchedule(changed, other);
    const answer = await sweep();
    const { schedules_set: set = 0, schedules_removed: removed = 0 } = answer.skipped ? {} : answer;
    expect([set >= 2, removed >= 1]).toEqual([true, true]);
    const schedules = await queues.scrapeSchedules();
    const usual = { cron: "0 */6 * * *", timezone: "UTC" };
    expect([schedules.get(wanted), schedules.get(changed)]).toEqual([usual, usual]);
    expect([schedules.has(surplus), schedules.has(unreadable)]).toEqual([false, false]);
    await takeOutSchedule(wanted);
    expect((await queues.scrapeSchedules()).has(wanted)).toBe(false);
    await sweep();
    expect((await queues.scrapeSchedules()).get(wanted)).toEqual(usual);
  });
});
