import { roles } from "@genie/schema";
import {
  call,
  createUser,
  holdWorker,
  openDatabase,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  attemptsOf,
  claim,
  type Creator,
  dismiss,
  intend,
  makeCreator,
  makePost,
  postRow,
  report,
  sending,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;
let bob: Creator;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
  letWorkerGoOn();
});

const settle = (who: TestUser, body: object) =>
  call("POST", "/publishing/settle", { token: who.token, from: who.address, body });

/** A post that was sent, whose answer was lost, and that can't be looked up. */
async function doubtful(columns: object = {}) {
  const post = await makePost(database, alice, { ...columns });
  const taken = await sending(post);
  await report(taken, { kind: "unknown", sentence: "No answer." });
  await writeAsPublisher(database, post, "claimed_until = null, asked_at = clock_timestamp()");
  return { post, taken };
}

describe("a post that nobody could find out about", () => {
  it("is published when its owner says that it is there", async () => {
    const { post } = await doubtful();
    const permalink = `${stackUnderTest().sandboxUrl}/posts/7`;
    const answer = await settle(alice, { post_id: post, answer: "there", permalink });
    expect([answer.status, answer.data]).toEqual([200, { status: "published" }]);
    const [attempt] = await attemptsOf(database, post);
    expect(attempt).toMatchObject({ state: "succeeded" });
    expect(await postRow(database, post)).toMatchObject({
      status: "published",
      permalink,
      published_at: attempt?.["sent_at"],
      verified_at: expect.any(Date),
      asked_at: null,
      error_message: null,
    });
    expect(await claim(post)).toEqual({ kind: "none" });
  });

  it("goes out once more, now, when she says so, though it was to be held when late", async () => {
    const { post } = await doubtful({ inSeconds: -600, late_policy: "hold" });
    await writeAsPublisher(
      database,
      post,
      "scheduled_for = clock_timestamp() - interval '2 hours'",
    );
    const answer = await settle(alice, { post_id: post, answer: "again" });
    expect(answer.data).toEqual({ status: "pending" });
    const again = await sending(post);
    expect(again).toMatchObject({ attempt_no: 2 });
    expect(await attemptsOf(database, post)).toMatchObject([
      { state: "refused", error: "Its owner looked, and it was not there." },
      { state: "sending" },
    ]);
  });

  it("is not sent once more when word of the first comes in time", async () => {
    const { post, taken } = await doubtful();
    await settle(alice, { post_id: post, answer: "again" });
    const proof = { platform_post_id: "p-9", permalink: null, published_at: null };
    expect(await report(taken, { kind: "published", ...proof })).toBe("published");
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await intend(taken)).toEqual({ kind: "lost" });
  });

  it("stays as it is when she leaves it, and may be settled later", async () => {
    const { post } = await doubtful();
    const left = await settle(alice, { post_id: post, answer: "leave" });
    expect(left.data).toEqual({ status: "unconfirmed" });
    expect(await postRow(database, post)).toMatchObject({
      status: "unconfirmed",
      left_at: expect.any(Date),
    });
    expect((await settle(alice, { post_id: post, answer: "there" })).status).toBe(200);
    expect(await postRow(database, post)).toMatchObject({ status: "published", left_at: null });
  });
});

describe("what is refused", () => {
  it("is nobody else's business", async () => {
    const { post } = await doubtful();
    const viewer = await createUser({ role: roles.viewer.id });
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "program", scopes: ["write"], expires_in_days: 1, asks_first: false },
    });
    const { token } = made.data as { token: string };
    const worker = stackUnderTest().workerToken;
    for (const who of [bob, viewer, { ...alice, token }, { ...alice, token: worker }]) {
      expect((await settle(who, { post_id: post, answer: "again" })).status).toBe(403);
    }
    expect(await postRow(database, post)).toMatchObject({ status: "unconfirmed" });
  });

  it.each([
    ["while it is being looked up", "asked_at = null", "being looked up"],
    ["when it is known by now", "status = 'failed'", "It is known by now"],
  ])("%s", async (_when, change, words) => {
    const { post } = await doubtful();
    await writeAsPublisher(database, post, change);
    const { status, errors } = await settle(alice, { post_id: post, answer: "again" });
    expect([status, errors[0]?.message]).toEqual([409, expect.stringContaining(words)]);
  });

  it.each([
    [{ answer: "perhaps" }, "This can't be read."],
    [{ answer: "there", permalink: "soon" }, "This can't be read."],
    [{ answer: "there", permalink: "https://example.com/p/1" }, "is not on Sandbox"],
  ])("when it is said like %j", async (body, words) => {
    const { post } = await doubtful();
    const { status, errors } = await settle(alice, { post_id: post, ...body });
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining(words)]);
    expect(await postRow(database, post)).toMatchObject({ status: "unconfirmed" });
  });
});
