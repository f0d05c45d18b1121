import { QueuesAnswer, roles } from "@genie/schema";
import {
  call,
  createUser,
  holdWorker,
  openDatabase,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import knex from "knex";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimAccount } from "../reading/claim-account.ts";
import { makeProfile } from "../testing/post-scene.ts";

const database = openDatabase();
let administrator: TestUser;
let creator: TestUser;
let entry: string;

beforeAll(async () => {
  const { rows } = await database.query<{ id: string }>(
    "select id from directus_roles where name = 'Administrator'",
  );
  administrator = await createUser({ role: String(rows[0]?.id) });
  creator = await createUser({ role: roles.creator.id });
  const body = { media_type: "image", caption: "Nobody is to read this" };
  const { data } = await call("POST", "/items/scraped_media", { ...as(creator), body });
  entry = (data as { id: string }).id;
});
afterAll(() => database.end());

const as = ({ token, address: from }: TestUser) => ({ token, from });

async function failedJob(jobType: string, account: string | null = null): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into media_jobs (id, user_id, job_type, status, error, input_media_id, creator_profile_id, created_at, completed_at)
     values (gen_random_uuid(), $1, $2, 'failed', 'It did not work.', $3, $4, now(), clock_timestamp()) returning id`,
    [creator.id, jobType, entry, account],
  );
  return String(rows[0]?.id);
}

const statusOf = async (id: string) =>
  (await database.query("select status from media_jobs where id = $1", [id])).rows[0]?.status;

const change = (user: TestUser, step: string, ids: string[]) =>
  call("POST", `/queues/${step}`, { ...as(user), body: { ids } });

it("shows every queue and what failed, by kind and id alone", async () => {
  const id = await failedJob("classify");
  const { status, text, data } = await call("GET", "/queues", as(administrator));
  expect([status, text]).toEqual([200, expect.not.stringMatching(/did not work|Nobody is to/)]);
  const { queues, failed } = QueuesAnswer.parse(data);
  expect(queues.map(({ queue }) => queue)).toEqual(
    expect.arrayContaining(["classify", "media", "people", "prepare", "scrape", "publish-sandbox"]),
  );
  expect(failed).toContainEqual(
    expect.objectContaining({ id, job_type: "classify", may_retry: true }),
  );
});

it("is an administrator's alone, and no program's or service's", async () => {
  const id = await failedJob("classify");
  const { adminToken, workerToken } = stackUnderTest();
  const callers = [
    as(creator),
    { from: creator.address },
    { token: workerToken },
    { token: adminToken },
  ];
  for (const caller of callers) {
    expect((await call("GET", "/queues", caller)).status).toBe(403);
    for (const step of ["retry", "remove"]) {
      const said = await call("POST", `/queues/${step}`, { ...caller, body: { ids: [id] } });
      expect(said.status).toBe(403);
    }
  }
  expect(await statusOf(id)).toBe("failed");
});

it("puts back and removes what failed, and leaves posts to their owners", async () => {
  const [again, gone, post, deletion] = await Promise.all([
    failedJob("classify"),
    failedJob("classify"),
    failedJob("publish_post"),
    failedJob("delete_post"),
  ]);
  const { failed } = QueuesAnswer.parse((await call("GET", "/queues", as(administrator))).data);
  const mayRetry = (id: string) => failed.find((job) => job.id === id)?.may_retry;
  expect([again, post, deletion].map(mayRetry)).toEqual([true, false, false]);
  const these = [again, post, deletion];
  expect((await change(administrator, "retry", these)).data).toEqual({ changed: 1 });
  // The worker of the tests has no language model, so it fails anew.
  await expect.poll(() => statusOf(again)).toBe("failed");
  const those = [gone, post, deletion];
  expect((await change(administrator, "remove", those)).data).toEqual({ changed: 1 });
  expect(await Promise.all(those.map(statusOf))).toEqual([undefined, "failed", "failed"]);
  expect((await change(administrator, "remove", [gone])).data).toEqual({ changed: 0 });
});

it("passes over what would be refused if it were asked for now", async () => {
  const letWorkerGoOn = await holdWorker();
  const process = knex({ client: "pg", connection: stackUnderTest().databaseUrl });
  const account = await makeProfile(database, creator);
  try {
    const readings = [
      await failedJob("scrape_profile", account),
      await failedJob("scrape_profile", account),
    ];
    const unknown = await failedJob("scrape_profile");
    const retried = async () => (await change(administrator, "retry", [...readings, unknown])).data;
    const release = await claimAccount(process, account, { services: 1 });
    expect(await retried()).toEqual({ changed: 0 });
    release();
    // Of two readings of one account one is put back.
    await expect.poll(retried).toEqual({ changed: 1 });
    expect(await retried()).toEqual({ changed: 0 });
    const states = await Promise.all(readings.map(statusOf));
    expect(new Set(states)).toEqual(new Set(["failed", "queued"]));
    expect(await statusOf(unknown)).toBe("failed");
  } finally {
    await process.destroy();
    await database.query("delete from creator_profiles where id = $1", [account]);
    letWorkerGoOn();
  }
});
