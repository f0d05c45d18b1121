import { randomUUID } from "node:crypto";
import {
  call,
  holdWorker,
  openDatabase,
  someAddress,
  stackUnderTest,
  tracesOf,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Creator, makeCreator } from "../../testing/post-scene.ts";

const flow = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6002";
const { adminToken, workerToken, inboundWebhookSecret: secret } = stackUnderTest();

/** What another program does to have an account read. */
describe("the webhook", () => {
  const database = openDatabase();
  let letWorkerGoOn: () => void;
  let alice: Creator;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    alice = await makeCreator(database);
  });
  afterAll(async () => {
    await database.query("delete from directus_users where id = $1", [alice.id]);
    letWorkerGoOn();
    await database.end();
  });

  it("orders the reading of the account for its owner, and answers with the job", async () => {
    const { status, text } = await send(secret, { creator_profile_id: alice.profile });
    expect(status).toBe(200);
    const { media_job_id: id } = JSON.parse(text) as { media_job_id: string };
    expect(await jobs()).toEqual([
      { id, user_id: alice.id, job_type: "scrape_profile", status: "queued", queue_name: "scrape" },
    ]);
    expect(await stepsOfLastRun()).toEqual([
      ["secret", "resolve"],
      ["names_account", "resolve"],
      ["account", "resolve"],
      ["job", "resolve"],
      ["answer", "resolve"],
    ]);
  });

  it("says so when the account is being read already, and orders nothing more", async () => {
    const before = await jobs();
    const { status, errors } = await send(secret, { creator_profile_id: alice.profile });
    expect([status, errors[0]?.message]).toEqual([
      409,
      "This account is being looked at already. Nothing more was started; wait until that is done.",
    ]);
    expect(await jobs()).toEqual(before);
  });

  it.each([
    ["without a secret", undefined, 401, "as a bearer token. Nothing was done."],
    ["with a wrong one", "a-guess-that-is-long-enough-to-be-one", 403, "Nothing was done."],
    ["with half of it", secret.slice(0, -1), 403, "Nothing was done."],
    ["as the administrator", adminToken, 403, "Nothing was done."],
    ["as the worker", workerToken, 403, "Nothing was done."],
    ["as a creator", "creator", 403, "Nothing was done."],
  ])("is refused %s before anything else runs", async (_what, token, status, end) => {
    const before = await jobs();
    const sent = token === "creator" ? alice.token : token;
    const answer = await send(sent, { creator_profile_id: alice.profile });
    expect([answer.status, answer.errors[0]?.message]).toEqual([
      status,
      expect.stringMatching(new RegExp(`${end.replaceAll(".", "\\.")}$`)),
    ]);
    expect(await stepsOfLastRun()).toEqual([["secret", "reject"]]);
    expect(await jobs()).toEqual(before);
  });

  it.each([
    ["nothing", {}],
    ["another name", { profile: randomUUID() }],
    ["no id", { creator_profile_id: "mine" }],
    ["a number", { creator_profile_id: 7 }],
    ["an object", { creator_profile_id: { _neq: "x" } }],
    ["a list of ids", { creator_profile_id: [randomUUID()] }],
    ["a list", [randomUUID()]],
  ])("with %s in its body answers how to send it", async (_what, body) => {
    const { status, errors } = await send(secret, body);
    expect([status, errors[0]?.message]).toEqual([
      400,
      'Send the id of the account as {"creator_profile_id": "…"}. Nothing was started.',
    ]);
  });

  it("for an account that is not there says so", async () => {
    const { status, errors } = await send(secret, { creator_profile_id: randomUUID() });
    expect([status, errors[0]?.message]).toEqual([
      404,
      "There is no such account. Nothing was started.",
    ]);
  });

  it("leaves its secret nowhere: not in the logs of its runs, not in the database, not in a file", async () => {
    for (const guess of [secret, `${secret}x`]) await send(guess, {});
    const { rows } = await database.query<{ text: string }>(
      "select data::text as text from directus_revisions where collection = 'directus_flows' and item = $1",
      [flow],
    );
    expect(rows.length).toBeGreaterThan(10);
    const text = rows.map((row) => row.text).join("\n");
    expect(text).not.toContain(secret.slice(0, 20));
    expect(text).not.toContain(adminToken);
    expect(await tracesOf(database, secret)).toEqual([]);
  });

  it("shows its secret to no flow: the environment is out of their reach", async () => {
    const spy = randomUUID();
    const body = {
      id: spy,
      name: "Spy",
      trigger: "webhook",
      options: { method: "GET", return: "$all" },
      accountability: null,
    };
    await call("POST", "/flows", { token: adminToken, body });
    try {
      const operation = {
        flow: spy,
        key: "spy",
        type: "exec",
        options: {
          code: "module.exports = (data) => ({ env: data.$env, process: process.env })",
        },
        position_x: 1,
        position_y: 1,
      };
      const made = await call("POST", "/operations", { token: adminToken, body: operation });
      const { id } = made.data as { id: string };
      await call("PATCH", `/flows/${spy}`, { token: adminToken, body: { operation: id } });
      const { text } = await call("GET", `/flows/trigger/${spy}`, { from: someAddress() });
      expect(JSON.parse(text)).toMatchObject({ $env: {}, spy: { env: {}, process: {} } });
      expect(text).not.toContain(secret);
    } finally {
      await call("DELETE", `/flows/${spy}`, { token: adminToken });
    }
  });

  async function jobs() {
    const { rows } = await database.query(
      `select id, user_id, job_type, status, queue_name from media_jobs where creator_profile_id = $1`,
      [alice.profile],
    );
    return rows;
  }

  async function stepsOfLastRun(): Promise<[string, string][]> {
    const { rows } = await database.query<{ data: { steps: { key: string; status: string }[] } }>(
      `select data from directus_revisions
        where collection = 'directus_flows' and item = $1 order by id desc limit 1`,
      [flow],
    );
    return rows[0]?.data.steps.map(({ key, status }) => [key, status]) ?? [];
  }
});

const send = (token: string | undefined, body: object) =>
  call("POST", `/flows/trigger/${flow}`, { token, from: someAddress(), body });
