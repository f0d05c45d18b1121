import { QueuesAnswer, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

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

async function failedJob(jobType: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into media_jobs (id, user_id, job_type, status, error, input_media_id, created_at, completed_at)
     values (gen_random_uuid(), $1, $2, 'failed', 'It did not work.', $3, now(), clock_timestamp()) returning id`,
    [creator.id, jobType, entry],
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
  const [again, gone, post] = await Promise.all([
    failedJob("classify"),
    failedJob("classify"),
    failedJob("publish_post"),
  ]);
  expect((await change(administrator, "retry", [again, post])).data).toEqual({ changed: 1 });
  // The worker of the tests has no language model, so it fails anew.
  await expect.poll(() => statusOf(again), { timeout: 30_000 }).toBe("failed");
  expect((await change(administrator, "remove", [gone, post])).data).toEqual({ changed: 1 });
  expect([await statusOf(gone), await statusOf(post)]).toEqual([undefined, "failed"]);
  expect((await change(administrator, "remove", [gone])).data).toEqual({ changed: 0 });
});
