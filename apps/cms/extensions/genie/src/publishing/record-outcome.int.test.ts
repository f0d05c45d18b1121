import type { Claim } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  asWorker,
  attemptsOf,
  claim,
  claimed,
  intend,
  jobsOf,
  makePost,
  makeProfile,
  noAnswer,
  nothing,
  postRow,
  proof,
  reconcile,
  refOf,
  report,
  sending,
  takeOver,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

const refusedFor = (retry_after_ms: number | null) =>
  ({ kind: "refused", sentence: "The account is on holiday.", retry_after_ms }) as const;

/** As if the claim had run out long ago. */
const runOut = (post: string) =>
  writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '1 minute'");

const afterReconcile = async (post: string) => {
  expect(await reconcile(post)).toEqual([]);
  return (await postRow(database, post))["status"];
};

/** As if that much time had passed since the first look-up. */
const sinceFirstLook = (post: string, seconds: number) =>
  database.query(
    `update publish_attempts set not_found_at = clock_timestamp() - $2 * interval '1 second'
      where post_id = $1 and not_found_at is not null`,
    [post, seconds],
  );

describe("an outcome", () => {
  it("published: post, ledger and job say so", async () => {
    const post = await makePost(database, alice);
    const taken = await sending(post);
    expect(await report(taken, proof)).toBe("published");
    expect(await postRow(database, post)).toMatchObject({
      status: "published",
      platform_post_id: "p-1",
      permalink: proof.permalink,
      published_at: expect.any(Date),
      verified_at: null,
      claim_token: null,
      claimed_until: null,
      error_message: null,
    });
    expect(await attemptsOf(database, post)).toMatchObject([
      { state: "succeeded", platform_post_id: "p-1", finished_at: expect.any(Date) },
    ]);
    expect(await jobsOf(database, post)).toMatchObject([
      { status: "completed", progress: 100, attempts: 1, completed_at: expect.any(Date) },
    ]);
    expect(await report(taken, proof)).toBe("published");
    expect(await report(taken, refusedFor(null))).toBeNull();
    expect(await postRow(database, post)).toMatchObject({ status: "published" });
  });

  it("published keeps the time that the platform says", async () => {
    const post = await makePost(database, alice);
    await report(await sending(post), { ...proof, published_at: "2026-01-02T03:04:05+02:00" });
    expect(await postRow(database, post)).toMatchObject({
      published_at: new Date("2026-01-02T01:04:05Z"),
    });
  });

  it("refused for good: the post has failed, with the platform's sentence", async () => {
    const post = await makePost(database, alice);
    expect(await report(await sending(post), refusedFor(null))).toBe("failed");
    expect(await postRow(database, post)).toMatchObject({
      status: "failed",
      error_message: "The account is on holiday.",
      claim_token: null,
    });
    expect(await attemptsOf(database, post)).toMatchObject([
      { state: "refused", error: "The account is on holiday." },
    ]);
    expect(await jobsOf(database, post)).toMatchObject([
      { status: "failed", error: "The account is on holiday." },
    ]);
  });

  it("refused for now: the post waits and is tried again, five times in all", async () => {
    const post = await makePost(database, alice);
    for (let n = 1; n <= 4; n += 1) {
      expect(await report(await claimed(post), refusedFor(120_000))).toBe("pending");
      expect(await postRow(database, post)).toMatchObject({ status: "pending", attempt_no: n });
      expect(await claim(post)).toMatchObject({ kind: "early" });
      expect(await jobsOf(database, post)).toMatchObject([{ status: "queued", attempts: n }]);
      await writeAsPublisher(database, post, "retry_at = null");
    }
    expect(await report(await claimed(post), refusedFor(120_000))).toBe("failed");
    expect(await postRow(database, post)).toMatchObject({
      error_message:
        "The account is on holiday. It was tried 5 times and is not tried again by itself; plan it anew.",
    });
    expect(await attemptsOf(database, post)).toHaveLength(5);
    expect(await jobsOf(database, post)).toMatchObject([{ status: "failed" }]);
  });

  it("refused for want of a log-in: it waits for its person, and then goes out", async () => {
    const account = await makeProfile(database, alice);
    const post = await makePost(database, alice, { creator_profile_id: account });
    const asleep = { ...refusedFor(120_000), waits_for_person: true };
    await database.query(
      `insert into hitl_sessions (id, user_id, creator_profile_id, platform, reason, expires_at)
       values (gen_random_uuid(), $1, $2, 'sandbox', 'session_expired', now() + interval '1 day')`,
      [alice.id, account],
    );
    for (let n = 1; n <= 6; n += 1) {
      expect(await report(await claimed(post), asleep)).toBe("pending");
      await writeAsPublisher(database, post, "retry_at = null");
    }
    expect(await report(await claimed(post), asleep)).toBe("pending");
    const states = (await attemptsOf(database, post)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["put_off"]));
    const signedIn = await asWorker("/items/platform_sessions", {
      user_id: alice.id,
      creator_profile_id: account,
      platform: "sandbox",
      cookies: [{ name: "sandbox_session", value: "x", domain: "sandbox.localhost" }],
      captured_by: "live_login",
    });
    expect(signedIn.status).toBe(200);
    await expect.poll(async () => (await postRow(database, post))["retry_at"]).toBeNull();
    await sending(post);
  });

  it("refused for want of a log-in that nobody is asked for counts as a try", async () => {
    const post = await makePost(database, alice);
    const asleep = { ...refusedFor(120_000), waits_for_person: true };
    expect(await report(await claimed(post), asleep)).toBe("pending");
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "refused" }]);
  });

  it("unknown: nobody sends the post again before it was looked up", async () => {
    const post = await makePost(database, alice);
    expect(await report(await sending(post), noAnswer)).toBe("unconfirmed");
    expect(await postRow(database, post)).toMatchObject({
      status: "unconfirmed",
      error_message: noAnswer.sentence,
    });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "unknown" }]);
    expect(await jobsOf(database, post)).toMatchObject([{ status: "active" }]);
    expect(await claim(post)).toEqual({ kind: "none" });
  });

  it("unknown before the request went out was no try at all", async () => {
    const post = await makePost(database, alice);
    expect(await report(await claimed(post), noAnswer)).toBe("pending");
    await claimed(post);
  });

  it("of a look-up can't come from the sender", async () => {
    const post = await makePost(database, alice);
    const taken = await sending(post);
    const { status, errors } = await asWorker("/publishing/outcome", {
      ...refOf(taken),
      outcome: nothing,
    });
    expect([status, errors[0]?.message]).toEqual([
      400,
      "Only a post in doubt can be looked up. Nothing was changed.",
    ]);
    expect(await postRow(database, post)).toMatchObject({ status: "publishing" });
  });

  it("told twice at once counts once", async () => {
    const post = await makePost(database, alice);
    const taken = await sending(post);
    const outcomes = [proof, noAnswer, refusedFor(null), { ...proof, platform_post_id: "p-2" }];
    const states = await Promise.all(outcomes.map((outcome) => report(taken, outcome)));
    // The proof is believed whenever it comes, unless the post had failed before.
    const { status } = await postRow(database, post);
    const [attempt, ...more] = await attemptsOf(database, post);
    expect(more).toEqual([]);
    expect(states).toContain(status);
    expect(attempt).toMatchObject({ state: "succeeded" });
    expect(["failed", "published"]).toContain(status);
  });
});

describe("a claim that ran out", () => {
  it("before anything was sent: the post waits again", async () => {
    const post = await makePost(database, alice);
    const lost = await claimed(post);
    await runOut(post);
    await expect.poll(() => afterReconcile(post)).toBe("pending");
    expect(await postRow(database, post)).toMatchObject({ claim_token: null });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    expect(await jobsOf(database, post)).toMatchObject([{ status: "queued" }]);
    expect(await intend(lost)).toEqual({ kind: "lost" });
    expect((await claimed(post)).tries).toBe(1);
  });

  it("given back by a worker that stops: the post waits again, and no try is used up", async () => {
    const post = await makePost(database, alice);
    const released = { kind: "released", sentence: "The service was restarted." } as const;
    expect(await report(await claimed(post), released)).toBe("pending");
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    const again = await sending(post);
    expect(again.tries).toBe(1);
    // It was written down that it goes out, and the worker did not hear of it.
    expect(await report(again, released)).toBe("pending");
    expect((await claimed(post)).tries).toBe(2);
  });

  it("a worker that ends before the request does not use up the post's tries", async () => {
    const post = await makePost(database, alice);
    for (let n = 1; n <= 6; n += 1) {
      await claimed(post);
      await runOut(post);
      await expect.poll(() => afterReconcile(post)).toBe("pending");
    }
    const states = await attemptsOf(database, post);
    expect(states).toEqual(Array(6).fill(expect.objectContaining({ state: "released" })));
    await sending(post);
    expect(await postRow(database, post)).toMatchObject({ status: "publishing" });
  });

  it("is left alone until the platform has had time to show the post", async () => {
    const post = await makePost(database, alice);
    await sending(post);
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '2 s'");
    expect(await reconcile(post)).toEqual([]);
    expect(await postRow(database, post)).toMatchObject({ status: "publishing" });
  });

  it("after the request: one of many takes it over, to look it up", async () => {
    const post = await makePost(database, alice);
    const lost = await sending(post);
    await runOut(post);
    const askAtOnce = () => Promise.all(Array.from({ length: 10 }, () => reconcile(post)));
    const taken: Claim[] = [];
    await expect.poll(async () => taken.push(...(await askAtOnce()).flat())).toBeGreaterThan(0);
    taken.push(...(await askAtOnce()).flat());
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      post_id: post,
      attempt_id: lost.attempt_id,
      idempotency_key: lost.idempotency_key,
      sent_at: expect.any(String),
      caption: "hello",
    });
    expect(taken[0]?.claim_token).not.toBe(lost.claim_token);
    expect(await postRow(database, post)).toMatchObject({ status: "unconfirmed" });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "unknown" }]);
  });

  it("and is found: the post is published, and verified", async () => {
    const post = await makePost(database, alice);
    await sending(post);
    await runOut(post);
    const taken = await takeOver(post);
    expect(await report(taken, proof)).toBe("published");
    expect(await postRow(database, post)).toMatchObject({
      status: "published",
      verified_at: expect.any(Date),
    });
    expect(await jobsOf(database, post)).toMatchObject([{ status: "completed", error: null }]);
  });

  it("and is not found, twice and apart: the post waits again", async () => {
    const post = await makePost(database, alice);
    await sending(post);
    await runOut(post);
    const first = await takeOver(post);
    expect(await report(first, nothing)).toBe("unconfirmed");
    // Right away is no second look, however often it is said.
    expect(await report(first, nothing)).toBe("unconfirmed");
    await runOut(post);
    const second = await takeOver(post);
    await sinceFirstLook(post, 1);
    expect(await report(second, nothing)).toBe("unconfirmed");
    await sinceFirstLook(post, 6);
    expect(await report(second, nothing)).toBe("pending");
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "refused" }]);
    expect(await jobsOf(database, post)).toMatchObject([{ status: "queued" }]);
    expect((await claimed(post)).tries).toBe(2);
  });

  it("and can't be looked up now: it stays unconfirmed, whatever is said but a proof", async () => {
    const post = await makePost(database, alice);
    await sending(post);
    await runOut(post);
    const taken = await takeOver(post);
    expect(await report(taken, refusedFor(0))).toBe("unconfirmed");
    expect(await report(taken, noAnswer)).toBe("unconfirmed");
    await runOut(post);
    await takeOver(post);
  });

  it("on a platform that can't be asked: a person decides", async () => {
    const profile = await makeProfile(database, alice);
    const post = await makePost(database, alice, { creator_profile_id: profile });
    await sending(post);
    await database.query("update creator_profiles set platform = 'atlantis' where id = $1", [
      profile,
    ]);
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '6 min'");
    await expect.poll(() => afterReconcile(post)).toBe("unconfirmed");
    expect(await postRow(database, post)).toMatchObject({
      status: "unconfirmed",
      claimed_until: null,
      error_message: expect.stringContaining("not sent again by itself"),
    });
    expect(await reconcile(post)).toEqual([]);
  });
});

describe("a worker that reports after its claim was taken over", () => {
  it("has its proof recorded, and the look-up has nothing left to do", async () => {
    const post = await makePost(database, alice);
    const lost = await sending(post);
    await runOut(post);
    const taken = await takeOver(post);
    expect(await report(lost, refusedFor(null))).toBeNull();
    expect(await report(lost, noAnswer)).toBeNull();
    expect(await postRow(database, post)).toMatchObject({ status: "unconfirmed" });
    const [late, found] = await Promise.all([report(lost, proof), report(taken, nothing)]);
    expect(late).toBe("published");
    expect(["unconfirmed", null]).toContain(found);
    expect(await postRow(database, post)).toMatchObject({
      status: "published",
      platform_post_id: "p-1",
    });
  });

  it("keeps its post from being sent once more, even when that was decided", async () => {
    const post = await makePost(database, alice);
    const lost = await sending(post);
    await writeAsPublisher(database, post, "status = 'pending', claim_token = null");
    expect(await report(lost, proof)).toBe("published");
    expect(await claim(post)).toEqual({ kind: "none" });

    const again = await makePost(database, alice);
    const first = await sending(again);
    await writeAsPublisher(database, again, "status = 'pending', claim_token = null");
    const second = await claimed(again);
    expect(await report(first, proof)).toBe("published");
    expect(await intend(second)).toEqual({ kind: "lost" });
    expect(await report(second, refusedFor(null))).toBeNull();
    expect(await postRow(database, again)).toMatchObject({ status: "published" });
  });

  it("is put into the ledger only, when the post was changed since", async () => {
    const post = await makePost(database, alice);
    const lost = await sending(post);
    await writeAsPublisher(database, post, "status = 'pending', claim_token = null");
    await database.query("update scheduled_posts set caption = 'another' where id = $1", [post]);
    expect(await report(lost, proof)).toBe("pending");
    expect(await attemptsOf(database, post)).toMatchObject([
      { state: "succeeded", platform_post_id: "p-1" },
    ]);
    expect(await postRow(database, post)).toMatchObject({ platform_post_id: null });
    await claimed(post);
  });
});
