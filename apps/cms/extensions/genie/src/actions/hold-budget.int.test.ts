import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { createUser, openDatabase, type TestUser } from "@genie/testing";
import { afterAll, expect, it } from "vitest";
import { profileOf, runAction } from "../testing/action-scene.ts";

const database = openDatabase();
afterAll(async () => {
  await database.end();
});

const creator = () => createUser({ role: roles.creator.id });
/** Before her first run of the day: from then on the gate counts by itself. */
const spend = (
  { id }: TestUser,
  count: number,
  effect: "read" | "write",
  when = "now() + interval '1 minute'",
) =>
  database.query(
    `insert into agent_audits (id, user_id, action_slug, source, status, effect, executed_at)
     select gen_random_uuid(), $1, 'x', 'api', 'success', $3, ${when} from generate_series(1, $2)`,
    [id, count, effect],
  );
const recall = (user: TestUser) => runAction(user, "memory-recall", { params: { query: "x" } });

it("a day holds 500 runs that change something, however many come at once", async () => {
  const alice = await creator();
  const profile = await profileOf(alice);
  await spend(alice, 497, "write");
  await spend(alice, 400, "write", "now() - interval '1 day'");
  const params = { creator_profile_id: profile, caption: randomUUID() };
  const draft = () => runAction(alice, "post-create", { params });
  const answers = await Promise.all(Array.from({ length: 8 }, draft));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 429, 429, 429, 429, 429,
  ]);
  expect(refused[0]?.errors[0]).toMatchObject({
    message: expect.stringMatching(
      /^Actions have changed something 500 times in your name today, which is the most\. Nothing was done; it goes on at midnight UTC, in \d+ (minutes|hours)\.$/,
    ),
    extensions: { code: "REQUESTS_EXCEEDED" },
  });
  expect((await recall(alice)).status).toBe(200);
});

it("what waits for its person counts among them", async () => {
  const alice = await creator();
  await spend(alice, 499, "write");
  const params = { collection: "saved_views", data: { page: "library", name: "x", query: {} } };
  const ask = () => runAction(alice, "tools/create-item", { params, after_foreign_text: true });
  expect((await ask()).data).toMatchObject({ status: "confirm" });
  expect((await ask()).status).toBe(429);
});

it("and 5000 runs in all; what only waits is none of them, nor what is refused", async () => {
  const alice = await creator();
  await spend(alice, 4999, "read");
  const params = { collection: "saved_views", data: { page: "library", name: "x", query: {} } };
  for (let times = 0; times < 2; times += 1) {
    const waits = await runAction(alice, "tools/create-item", { params, after_foreign_text: true });
    expect(waits.data).toMatchObject({ status: "confirm" });
  }
  expect((await recall(alice)).status).toBe(200);
  const { status, errors } = await recall(alice);
  expect([status, errors[0]?.message]).toEqual([429, expect.stringContaining("run 5000 times")]);
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from agent_audits where user_id = $1",
    [alice.id],
  );
  expect(rows).toEqual([{ count: 5000 }]);
});
