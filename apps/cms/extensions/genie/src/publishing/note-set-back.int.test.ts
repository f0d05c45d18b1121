import { restoredMark, SetBackAnswer } from "@genie/schema";
import { afterEach, describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  asWorker,
  attemptsOf,
  claim,
  claimed,
  intend,
  makePost,
  postRow,
  report,
  sending,
  takeOver,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();
afterEach(() => database.query("delete from publish_stops where cause = 'restore'"));

const setBack = async (request: object) =>
  SetBackAnswer.parse((await asWorker("/publishing/set-back", request)).data);
const wait = () => setBack({ intent_no: null, can_wait: true });
const remember = async (intentNo: number | null) =>
  (await setBack({ intent_no: intentNo })).set_back;
const intentOf = async () => {
  const answer = await intend(await claimed(await makePost(database, alice)));
  return answer.kind === "send" ? answer.intent_no : 0;
};
/** As if no worker had been heard of for so long. */
const beSilentFor = (seconds: number) =>
  database.query(
    "select setval('genie_publisher_seen', extract(epoch from now())::bigint - $1::bigint)",
    [seconds],
  );
const stops = async () =>
  (await database.query("select 1 from publish_stops where cause = 'restore'")).rowCount;

it("a database that knows what the worker remembers goes on", async () => {
  const last = await intentOf();
  expect(await remember(last)).toBe(false);
  expect(await remember(0)).toBe(false);
  expect(await stops()).toBe(0);
});

it("one that knows less stops everything, once, and doubts what may have gone out", async () => {
  const last = await intentOf();
  const [overdue, prepared, later] = await Promise.all([
    makePost(database, alice),
    makePost(database, alice),
    makePost(database, alice, { inSeconds: 3600 }),
  ]);
  const lost = await claimed(prepared);
  // As a worker remembers it that has sent three posts more than the backup knows.
  expect(await remember(last + 3)).toBe(true);
  expect(await remember(last + 3)).toBe(false);
  expect(await stops()).toBe(1);
  for (const post of [overdue, prepared]) {
    expect(await postRow(database, post)).toMatchObject({ status: "unconfirmed" });
    expect((await attemptsOf(database, post)).at(-1)).toMatchObject({
      state: "unknown",
      sent_at: (await postRow(database, post))["scheduled_for"],
    });
  }
  expect(await intend(lost)).toEqual({ kind: "lost" });
  expect(await postRow(database, later)).toMatchObject({ status: "pending" });
  expect(await claim(later)).toEqual({ kind: "none" });

  await writeAsPublisher(database, overdue, "claimed_until = now() - interval '1 minute'");
  const found = await takeOver(overdue);
  const proof = { platform_post_id: "p-1", permalink: null, published_at: null };
  expect(await report(found, { kind: "published", ...proof })).toBe("published");
});

it.each([
  ["a worker without memory that hears of others goes on", 60, false],
  ["one that hears of nobody stops everything", 3600, true],
])("%s", async (_what, silentS, expected) => {
  await intentOf();
  await beSilentFor(silentS);
  expect(await remember(null)).toBe(expected);
  expect(await stops()).toBe(expected ? 1 : 0);
  expect(await remember(null)).toBe(false);
});

describe("a worker without memory that can wait", () => {
  it("stops nothing, vouches for nobody, and goes on once one that remembers has come", async () => {
    const last = await intentOf();
    const overdue = await makePost(database, alice);
    await beSilentFor(3600);
    expect(await wait()).toMatchObject({ set_back: false, ask_again: true });
    expect(await wait()).toMatchObject({ set_back: false, ask_again: true });
    expect(await remember(last)).toBe(false);
    expect(await wait()).toMatchObject({ set_back: false, ask_again: false });
    expect(await stops()).toBe(0);
    expect(await postRow(database, overdue)).toMatchObject({ status: "pending" });
  });

  it("stops everything when it waits no longer, or need not", async () => {
    const last = await intentOf();
    await beSilentFor(3600);
    expect(await wait()).toMatchObject({ ask_again: true });
    expect(await remember(null)).toBe(true);
    await database.query("select setval('genie_publisher_seen', $1)", [restoredMark]);
    expect(await wait()).toMatchObject({ set_back: true, ask_again: false });
    expect(await setBack({ intent_no: last + 3, can_wait: true })).toMatchObject({
      set_back: true,
    });
  });
});

it("after it every intent has a number that nobody has seen", async () => {
  const last = await intentOf();
  await remember(last + 50);
  await database.query("delete from publish_stops where cause = 'restore'");
  expect(await intentOf()).toBeGreaterThan(last + 50);
  await sending(await makePost(database, alice));
});

it("one that says that it was restored stops everything and doubts, whatever is remembered", async () => {
  const last = await intentOf();
  const overdue = await makePost(database, alice);
  await database.query("select setval('genie_publisher_seen', $1)", [restoredMark]);
  await database.query(
    "insert into publish_stops (id, cause, reason) values (gen_random_uuid(), 'restore', 'By the restore.')",
  );
  expect(await remember(last)).toBe(true);
  expect(await remember(last)).toBe(false);
  expect(await stops()).toBe(1);
  expect(await postRow(database, overdue)).toMatchObject({ status: "unconfirmed" });
});

it.each(["by its mark", "by what is remembered"])(
  "one that was set back, %s, is still known to be when doubting failed",
  async (how) => {
    const last = await intentOf();
    const overdue = await makePost(database, alice);
    const byMark = how === "by its mark";
    if (byMark) await database.query("select setval('genie_publisher_seen', $1)", [restoredMark]);
    const remembered = byMark ? last : last + 3;
    await database.query(
      `create function test_fail() returns trigger language plpgsql as $$ begin
         if new.post_id = '${overdue}' then raise exception 'cut off'; end if; return new; end $$;
       create trigger test_fail before insert on publish_attempts for each row execute function test_fail()`,
    );
    try {
      const { status } = await asWorker("/publishing/set-back", { intent_no: remembered });
      expect(status).toBeGreaterThanOrEqual(500);
    } finally {
      await database.query("drop function test_fail() cascade");
    }
    expect(await stops()).toBe(0);
    expect(await postRow(database, overdue)).toMatchObject({ status: "pending" });

    expect(await remember(remembered)).toBe(true);
    expect(await stops()).toBe(1);
    expect(await postRow(database, overdue)).toMatchObject({ status: "unconfirmed" });
    expect(await remember(remembered)).toBe(false);
  },
);

it("one that is set right twice has one stop, and doubts each post once", async () => {
  const last = await intentOf();
  const overdue = await makePost(database, alice);
  const mark = () => database.query("select setval('genie_publisher_seen', $1)", [restoredMark]);
  await mark();
  expect(await remember(last)).toBe(true);
  // As if the worker's call had been cut off after the commit.
  await mark();
  expect(await remember(last)).toBe(true);
  expect(await stops()).toBe(1);
  expect(await attemptsOf(database, overdue)).toMatchObject([{ n: 1, state: "unknown" }]);
});
