import { call, holdWorker, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildFlow } from "../../../../../src/testing/built-flow.ts";
import {
  type Creator,
  dismiss,
  makeCreator,
  makePost,
  writeAsPublisher,
} from "../../testing/post-scene.ts";

type Letter = { recipient: string; subject: string; message: string };

const { adminToken, directusUrl } = stackUnderTest();
const hourMs = 3_600_000;

describe("the nightly digest", () => {
  const database = openDatabase();
  let letWorkerGoOn: () => void;
  let alice: Creator;
  let bob: Creator;
  let carol: Creator;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    [alice, bob, carol] = [
      await makeCreator(database),
      await makeCreator(database),
      await makeCreator(database),
    ];
    await setZone(alice, "UTC");
    await setZone(bob, "UTC");
    await setZone(carol, "Etc/GMT+5");
    await database.query(
      "update creator_profiles set connection_status = 'connected' where user_id = any($1)",
      [[alice.id, bob.id, carol.id]],
    );
    const day = "date_trunc('day', now() at time zone 'utc') at time zone 'utc'";
    const states = [
      `status = 'publishing'`,
      `status = 'published', published_at = ${day}`,
      `scheduled_for = ${day}`,
    ];
    for (const owner of [alice, carol]) {
      const out = await makePost(database, owner, { caption: "a secret of hers" });
      for (const assignment of states) await writeAsPublisher(database, out, assignment);
      const doubtful = await makePost(database, owner);
      await writeAsPublisher(database, doubtful, "status = 'publishing'");
      await writeAsPublisher(database, doubtful, "status = 'unconfirmed'");
      const next = await makePost(database, owner, { inSeconds: 86_400 });
      await writeAsPublisher(database, next, `scheduled_for = ${day} + interval '1 day 12 hours'`);
      // Those of the day before and of the day after tomorrow do not count.
      const old = await makePost(database, owner);
      for (const assignment of [
        "status = 'publishing'",
        `status = 'published', published_at = ${day} - interval '1 second'`,
      ]) {
        await writeAsPublisher(database, old, assignment);
      }
      const far = await makePost(database, owner, { inSeconds: 86_400 });
      await writeAsPublisher(database, far, `scheduled_for = ${day} + interval '2 days'`);
    }
  });
  afterAll(async () => {
    await dismiss(database, alice, bob, carol);
    letWorkerGoOn();
    await database.end();
  });

  it("is for those for whom the hour has come and who have something to be told", async () => {
    const letters = await vi.waitFor(
      async () => {
        // As the cron would tick: at the full hour that is nearest.
        const hour = new Date(Math.round(Date.now() / hourMs) * hourMs).getUTCHours();
        const found = await digest({ whom: "due", hour });
        expect(found.some(({ recipient }) => recipient === alice.id)).toBe(true);
        return found;
      },
      { timeout: 60_000, interval: 200 },
    );
    const people = new Set(letters.map(({ recipient }) => recipient));
    expect([people.has(bob.id), people.has(carol.id)]).toEqual([false, false]);
    expect(letters.find(({ recipient }) => recipient === alice.id)).toMatchObject({
      subject: "Your day, and what needs you",
      message: expect.stringMatching(
        /^One post went out today\.\n\nOne post may be out or not\..*\n\nOne post goes out tomorrow\.\n\nYour calendar: /s,
      ),
    });
    expect(JSON.stringify(letters)).not.toContain("secret of hers");
  });

  it("is written to nobody twice: one letter a person", async () => {
    const letters = await digest({ whom: "due", hour: 0 });
    const people = letters.map(({ recipient }) => recipient);
    expect(new Set(people).size).toBe(people.length);
  });

  it("comes on demand even when there is nothing to tell, to whom it is about alone", async () => {
    for (const person of [alice, bob]) await askForDay(person);
    expect(await subjectsOf(alice)).toEqual(["Your day, and what needs you"]);
    expect(await subjectsOf(bob)).toEqual(["Your day"]);
    expect(await subjectsOf(carol)).toEqual([]);
  });

  async function askForDay({ id, token, address }: TestUser): Promise<void> {
    const { rows } = await database.query<{ id: string }>(
      "select id from user_personas where user_id = $1",
      [id],
    );
    const { status } = await call("POST", "/flows/trigger/6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004", {
      token,
      from: address,
      body: { collection: "user_personas", keys: [rows[0]?.id] },
    });
    expect(status).toBe(200);
  }

  async function subjectsOf({ id }: TestUser): Promise<string[]> {
    const { rows } = await database.query<{ subject: string }>(
      "select subject from directus_notifications where recipient = $1 order by id",
      [id],
    );
    return rows.map(({ subject }) => subject);
  }

  async function setZone({ id }: TestUser, zone: string): Promise<void> {
    await database.query(
      `insert into user_personas (id, user_id, timezone) values (gen_random_uuid(), $1, $2)
       on conflict (user_id) do update set timezone = excluded.timezone`,
      [id, zone],
    );
  }
});

async function digest(options: object): Promise<Letter[]> {
  const flow = await buildFlow(directusUrl, {
    trigger: "webhook",
    options: { method: "POST", async: false, error_on_reject: true, return: "$last" },
    steps: [{ key: "people", type: "sum_up_day", options }],
  });
  try {
    const { text } = await call("POST", `/flows/trigger/${flow}`, {
      token: adminToken,
      body: {},
    });
    return JSON.parse(text) as Letter[];
  } finally {
    await call("DELETE", `/flows/${flow}`, { token: adminToken });
  }
}
