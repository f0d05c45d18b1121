import { randomUUID } from "node:crypto";
import { jobTypes, liveLogin, type Queues } from "@genie/jobs";
import { call, holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asWorker,
  type Creator,
  dismiss,
  makeCreator,
  makePost,
  makeProfile,
  postRow,
  type Row,
  writeAsPublisher,
} from "../testing/post-scene.ts";
import { queueUnderTest } from "../testing/queue-under-test.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;
let mallory: Creator;
let queues: Queues;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  queues = queueUnderTest();
  alice = await makeCreator(database);
  mallory = await makeCreator(database);
});
afterAll(async () => {
  await queues.close();
  await dismiss(database, alice, mallory);
  await database.end();
  letWorkerGoOn();
});

const as = (who: Creator, step: string, body: object) =>
  call("POST", `/people/${step}`, { token: who.token, from: who.address, body });

async function rowOf(table: "hitl_sessions" | "media_jobs", id: string): Promise<Row> {
  const { rows } = await database.query<Row>(`select * from ${table} where id = $1`, [id]);
  return rows[0] ?? {};
}

/** A job of an account of hers that waits for her to sign in. */
async function makeParked() {
  const profile = await makeProfile(database, alice);
  const asked = randomUUID();
  await database.query(
    `insert into hitl_sessions (id, user_id, creator_profile_id, platform, reason)
     values ($1, $2, $3, 'sandbox', 'two_factor')`,
    [asked, alice.id, profile],
  );
  return { profile, asked, job: await park(profile, "scrape_profile") };
}

/** Lets another job of the account wait, one that was asked for an hour ago. */
async function park(profile: string, kind: Kind): Promise<string> {
  const job = randomUUID();
  await database.query(
    `insert into media_jobs (id, user_id, job_type, status, creator_profile_id, created_at)
     values ($1, $2, $3, 'active', $4, now() - interval '1 hour')`,
    [job, alice.id, kind, profile],
  );
  const { data } = await asWorker("/people/park", { job_id: job, sentence: "Enter the code." });
  expect(data).toEqual({ parked: true });
  return job;
}

const storeSession = (profile: string) =>
  asWorker("/items/platform_sessions", {
    user_id: alice.id,
    creator_profile_id: profile,
    platform: "sandbox",
    cookies: [{ name: "sandbox_session", value: "x", domain: "sandbox.localhost" }],
    captured_by: "live_login",
  });

type Kind = "delete_post" | "scrape_profile";
const isQueued = (jobId: string, kind: Kind = "scrape_profile") =>
  queues.isPending(jobTypes[kind].definition, { jobId });

describe("work that waits for a person", () => {
  it("is put back by no sweep, and goes on when the account has a session", async () => {
    const { profile, asked, job } = await makeParked();
    expect(await rowOf("media_jobs", job)).toMatchObject({
      status: "queued",
      error: "Enter the code.",
    });
    await asWorker("/jobs/sweep");
    expect(await isQueued(job)).toBe(false);
    await storeSession(profile);
    await expect.poll(() => isQueued(job)).toBe(true);
    expect(await rowOf("media_jobs", job)).toMatchObject({ status: "queued", error: null });
    expect(await rowOf("hitl_sessions", asked)).toMatchObject({
      status: "completed",
      completed_at: expect.any(Date),
    });
  });

  it("is as much as wants the account: nothing pushes another out, and all of it goes on", async () => {
    const { profile, asked, job } = await makeParked();
    const deletions = [await park(profile, "delete_post"), await park(profile, "delete_post")];
    await asWorker("/jobs/sweep");
    for (const id of [job, ...deletions]) {
      expect(await rowOf("media_jobs", id)).toMatchObject({
        status: "queued",
        requeues: 0,
        waits_for: asked,
      });
    }
    expect(await isQueued(job)).toBe(false);
    for (const id of deletions) expect(await isQueued(id, "delete_post")).toBe(false);
    await storeSession(profile);
    await expect.poll(() => isQueued(job)).toBe(true);
    for (const id of deletions) await expect.poll(() => isQueued(id, "delete_post")).toBe(true);
    for (const id of [job, ...deletions]) {
      expect(await rowOf("media_jobs", id)).toMatchObject({ waits_for: null, error: null });
    }
  });

  it("ends with the log-in, however much it is", async () => {
    const { profile, asked, job } = await makeParked();
    const deletion = await park(profile, "delete_post");
    await as(alice, "cancel", { hitl_session_id: asked });
    for (const id of [job, deletion]) {
      expect(await rowOf("media_jobs", id)).toMatchObject({
        status: "failed",
        error: expect.stringContaining("You called the log-in off"),
        waits_for: null,
      });
    }
  });

  it("goes on with another password, too", async () => {
    const { profile, job } = await makeParked();
    const body = { credentials: { username: "alice", password: "another one" } };
    const path = `/items/creator_profiles/${profile}`;
    await call("PATCH", path, { token: alice.token, from: alice.address, body });
    await expect.poll(() => isQueued(job)).toBe(true);
  });

  it("does not wait for a log-in that has happened meanwhile", async () => {
    const { profile, job } = await makeParked();
    await storeSession(profile);
    const body = { job_id: job, sentence: "Enter the code." };
    await expect
      .poll(async () => (await asWorker("/people/park", body)).data)
      .toEqual({ parked: false });
  });

  it.each([
    ["cancelled", "You called the log-in off"],
    ["expired", "Nobody signed in within a day"],
    ["failed", "That was another account."],
  ])("ends with a sentence when the log-in is %s", async (status, sentence) => {
    const { asked, job } = await makeParked();
    if (status === "cancelled") {
      await as(alice, "cancel", { hitl_session_id: asked });
    } else if (status === "failed") {
      await asWorker("/people/fail", { hitl_session_id: asked, notes: sentence });
    } else {
      await database.query(
        "update hitl_sessions set expires_at = now() - interval '1 second' where id = $1",
        [asked],
      );
      await asWorker("/jobs/sweep");
    }
    expect(await rowOf("hitl_sessions", asked)).toMatchObject({ status });
    expect(await rowOf("media_jobs", job)).toMatchObject({
      status: "failed",
      error: expect.stringContaining(sentence),
      completed_at: expect.any(Date),
    });
  });

  it("includes posts that were put off for want of a session", async () => {
    const { profile } = await makeParked();
    const post = await makePost(database, alice, { creator_profile_id: profile, inSeconds: 3600 });
    await writeAsPublisher(database, post, "retry_at = now() + interval '2 hours'");
    await storeSession(profile);
    await expect.poll(async () => (await postRow(database, post))["retry_at"]).toBeNull();
  });
});

describe("the way into the browser that waits", () => {
  it("is started on demand, opens once, and for its owner alone", async () => {
    const profile = await makeProfile(database, alice);
    const opened = await as(alice, "open", { creator_profile_id: profile });
    const { hitl_session_id: asked } = opened.data as { hitl_session_id: string };
    const again = await as(alice, "open", { creator_profile_id: profile });
    expect(again.data).toEqual({ hitl_session_id: asked });

    const enter = async (who = alice, more: object = {}) =>
      as(who, "enter", { hitl_session_id: asked, ...more });
    expect((await enter()).data).toEqual({ state: "starting" });
    expect(await queues.isPending(liveLogin, { hitlSessionId: asked })).toBe(true);
    const setBrowser = () =>
      database.query("update hitl_sessions set browser_session_id = 'b-1' where id = $1", [asked]);
    await setBrowser();

    const { ticket: first } = (await enter()).data as { ticket: string };
    const { ticket } = (await enter()).data as { ticket: string };
    expect((await rowOf("hitl_sessions", asked))["ticket_hash"]).not.toContain(ticket);
    expect((await as(mallory, "redeem", { ticket })).status).toBe(403);
    expect((await as(alice, "redeem", { ticket: first })).status).toBe(403);
    const answers = await Promise.all([1, 2, 3].map(() => as(alice, "redeem", { ticket })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 200)?.data).toEqual({
      browser_session_id: "b-1",
    });

    const { ticket: late } = (await enter()).data as { ticket: string };
    await database.query(
      "update hitl_sessions set ticket_expires_at = now() - interval '1 second' where id = $1",
      [asked],
    );
    expect((await as(alice, "redeem", { ticket: late })).status).toBe(403);

    expect((await enter(alice, { lost: true })).data).toEqual({ state: "starting" });
    await setBrowser();
    const { ticket: unused } = (await enter()).data as { ticket: string };
    await as(alice, "cancel", { hitl_session_id: asked });
    expect((await as(alice, "redeem", { ticket: unused })).status).toBe(403);
    expect((await enter()).data).toMatchObject({ state: "cancelled" });
  });

  it("is nobody else's, and no program's", async () => {
    const { profile, asked } = await makeParked();
    for (const [step, body] of [
      ["open", { creator_profile_id: profile }],
      ["enter", { hitl_session_id: asked }],
      ["cancel", { hitl_session_id: asked }],
      ["park", { job_id: randomUUID(), sentence: "x" }],
      ["fail", { hitl_session_id: asked, notes: "x" }],
    ] as const) {
      expect([step, (await as(mallory, step, body)).status]).toEqual([step, 403]);
    }
    const { status } = await call("POST", "/people/enter", { body: { hitl_session_id: asked } });
    expect(status).toBe(403);
    expect(await rowOf("hitl_sessions", asked)).toMatchObject({ status: "pending" });
  });

  it("is not there where nobody signs in by hand", async () => {
    const profile = await makeProfile(database, alice, "sandbox_blind");
    const { status, errors } = await as(alice, "open", { creator_profile_id: profile });
    expect([status, errors[0]?.message]).toEqual([
      400,
      expect.stringContaining("is not signed in to by hand"),
    ]);
  });
});
