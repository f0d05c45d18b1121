import { publishPost, publishQueue, type Queues } from "@genie/jobs";
import { call, holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asWorker,
  claim,
  type Creator,
  dismiss,
  jobsOf,
  makeCreator,
  makeMedia,
  postRow,
} from "../testing/post-scene.ts";
import { postJob, queueUnderTest, takeOutOfQueue } from "../testing/queue-under-test.ts";

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

const plan = async (body: object = {}) => {
  const { data, text, status } = await as("POST", "/items/scheduled_posts", {
    creator_profile_id: alice.profile,
    scheduled_for: new Date(Date.now() + 60_000).toISOString(),
    status: "pending",
    caption: "hello",
    ...body,
  });
  expect([status, text]).toEqual([200, text]);
  return (data as { id: string }).id;
};
const change = async (post: string, body: object) => {
  expect((await as("PATCH", `/items/scheduled_posts/${post}`, body)).status).toBe(200);
};

const isQueued = async (post: string) =>
  queues.isPending(publishPost, postJob(await postRow(database, post)));

/** What the jobs page shows of the post, without its history. */
const rows = async (post: string) =>
  (await jobsOf(database, post)).map(({ status, bull_job_id: key }) => [status, key]);

describe("a post that waits", () => {
  it("has one job in the queue and one row, for what it says now", async () => {
    const post = await plan();
    await expect.poll(() => isQueued(post)).toBe(true);
    expect(await rows(post)).toEqual([["queued", `${post}-g1`]]);
    await change(post, { caption: "edited" });
    await expect.poll(() => isQueued(post)).toBe(true);
    await expect.poll(() => rows(post)).toEqual([["queued", `${post}-g2`]]);
  });

  it("has them for changes of its list of media too", async () => {
    const { media } = await makeMedia(database, alice);
    const post = await plan();
    const link = { scheduled_posts_id: post, scraped_media_id: media };
    const made = await as("POST", "/items/scheduled_posts_media", link);
    expect(made.status).toBe(200);
    const { id } = made.data as { id: string };
    await expect.poll(() => rows(post)).toEqual([["queued", `${post}-g2`]]);
    await as("PATCH", `/items/scheduled_posts_media/${id}`, { sort: 3 });
    await expect.poll(() => rows(post)).toEqual([["queued", `${post}-g3`]]);
    await as("DELETE", `/items/scheduled_posts_media/${id}`);
    await expect.poll(() => rows(post)).toEqual([["queued", `${post}-g4`]]);
    await expect.poll(() => isQueued(post)).toBe(true);
  });

  it("wakes in time to be prepared, not sooner", async () => {
    const post = await plan({ scheduled_for: new Date(Date.now() + 25_000).toISOString() });
    await expect.poll(() => isQueued(post)).toBe(true);
    expect(await claim(post)).toMatchObject({ kind: "early" });
    await expect
      .poll(async () => (await claim(post)).kind, { timeout: 60_000, interval: 100 })
      .toBe("claimed");
    expect(await rows(post)).toEqual([["active", `${post}-g1`]]);
  });
});

describe("a post that does not wait", () => {
  it("has neither job row nor job", async () => {
    const draft = await plan({ status: "draft" });
    const post = await plan();
    await expect.poll(() => rows(post)).toHaveLength(1);
    await change(post, { status: "cancelled" });
    await expect.poll(() => rows(post)).toEqual([]);
    expect(await rows(draft)).toEqual([]);
    expect(await isQueued(draft)).toBe(false);
    await change(draft, { status: "pending" });
    await expect.poll(() => isQueued(draft)).toBe(true);
    expect((await as("DELETE", `/items/scheduled_posts/${draft}`)).status).toBe(204);
    expect(await rows(draft)).toEqual([]);
  });
});

describe("a job that the queue lost", () => {
  it("is made anew by the next sweep", async () => {
    const post = await plan();
    await expect.poll(() => isQueued(post)).toBe(true);
    const job = postJob(await postRow(database, post));
    await takeOutOfQueue(publishQueue("sandbox"), publishPost.dedupeId(job));
    expect(await isQueued(post)).toBe(false);
    expect((await asWorker("/publishing/sweep")).data).toMatchObject({ skipped: false });
    expect(await isQueued(post)).toBe(true);
    expect(await rows(post)).toHaveLength(1);
  });
});
