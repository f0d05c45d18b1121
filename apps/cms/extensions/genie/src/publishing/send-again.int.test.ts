import type { Claim } from "@genie/schema";
import { call } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  asWorker,
  attemptsOf,
  intend,
  makePost,
  makeProfile,
  postRow,
  reconcile,
  refOf,
  renew,
  report,
  sending,
  takeOver,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

const runOut = (post: string) =>
  writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '10 minutes'");

/** A post whose answer was lost, taken over to be sent again with its key. */
async function doubtful(platform = "sandbox_idempotent") {
  const account = await makeProfile(database, alice, platform);
  const post = await makePost(database, alice, { creator_profile_id: account });
  await report(await sending(post), { kind: "unknown", sentence: "No answer." });
  await runOut(post);
  return { account, post, taken: await takeOver(post) };
}

const sentHoursAgo = (post: string, hours: number) =>
  database.query(
    "update publish_attempts set sent_at = clock_timestamp() - $2 * interval '1 hour' where post_id = $1",
    [post, hours],
  );

const secondsLeft = async (post: string): Promise<number> => {
  const { rows } = await database.query<{ left: number }>(
    "select extract(epoch from claimed_until - clock_timestamp())::float as left from scheduled_posts where id = $1",
    [post],
  );
  return rows[0]?.left ?? 0;
};

const settle = (post: string, answer: string) =>
  call("POST", "/publishing/settle", {
    token: alice.token,
    from: alice.address,
    body: { post_id: post, answer },
  });

async function expectAsked(post: string): Promise<void> {
  expect(await postRow(database, post)).toMatchObject({
    status: "unconfirmed",
    asked_at: expect.any(Date),
    claim_token: null,
    claimed_until: null,
  });
  expect((await settle(post, "again")).data).toEqual({ status: "pending" });
}

describe("a post that is sent again with its key", () => {
  it("may be prepared for as long as that takes, and has its whole time from the go-ahead on", async () => {
    const { post, taken } = await doubtful();
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() + interval '1 s'");
    expect(await renew(taken)).toBe(true);
    expect(await secondsLeft(post)).toBeGreaterThan(50);
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() + interval '2 s'");
    expect(await intend(taken)).toEqual({
      kind: "send",
      send_within_ms: 5_000,
      intent_no: expect.any(Number),
    });
    expect(await secondsLeft(post)).toBeGreaterThan(10);
    expect(await reconcile(post)).toEqual([]);
    const proof = { platform_post_id: "p-1", permalink: null, published_at: null };
    expect(await report(taken, { kind: "published", ...proof })).toBe("published");
    expect(await renew(taken)).toBe(false);
    expect(await intend(taken)).toEqual({ kind: "lost" });
  });

  it.each<[string, (post: string, taken: Claim) => Promise<unknown>]>([
    ["its claim has run out", (post) => runOut(post)],
    ["its platform may have forgotten the key", (post) => sentHoursAgo(post, 23.999)],
    ["a person is asked by now", (_post, taken) => report(taken, unsettled)],
  ])("is not sent when %s", async (_when, happens) => {
    const { post, taken } = await doubtful();
    await happens(post, taken);
    expect(await intend(taken)).toEqual({ kind: "lost" });
  });

  it("is not sent while publishing is paused, nor by whom its claim was taken from", async () => {
    const { post, taken } = await doubtful();
    const { rows } = await database.query<{ id: string }>(
      "insert into publish_pauses (id, user_id, reason, paused_from) values (gen_random_uuid(), $1, 'Away', now()) returning id",
      [alice.id],
    );
    try {
      expect(await intend(taken)).toEqual({ kind: "lost" });
    } finally {
      await database.query("delete from publish_pauses where id = $1", [rows[0]?.id]);
    }
    await runOut(post);
    const next = await takeOver(post);
    expect([await renew(taken), await intend(taken)]).toEqual([false, { kind: "lost" }]);
    expect(await intend(next)).toMatchObject({ kind: "send" });
  });

  it("waits for another post of the account that is being sent", async () => {
    const { account, taken } = await doubtful();
    const other = await sending(await makePost(database, alice, { creator_profile_id: account }));
    expect(await intend(taken)).toMatchObject({ kind: "early" });
    await report(other, { kind: "refused", sentence: "No.", retry_after_ms: null });
    expect(await intend(taken)).toMatchObject({ kind: "send" });
  });

  it("is its owner's once it was in doubt for a day, though the platform still knows the key", async () => {
    const { post } = await doubtful("bluesky");
    await sentHoursAgo(post, 24.1);
    await runOut(post);
    const status = async () => {
      expect(await reconcile(post)).toEqual([]);
      return (await postRow(database, post))["asked_at"];
    };
    await expect.poll(status).not.toBeNull();
    await expectAsked(post);
  });

  it("is its owner's when it can't be sent again, and says why", async () => {
    const { post, taken } = await doubtful();
    expect(await report(taken, unsettled)).toBe("unconfirmed");
    expect(await postRow(database, post)).toMatchObject({
      error_message: expect.stringContaining(`by ourselves. ${unsettled.sentence} Look there`),
    });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "unknown" }]);
    await expectAsked(post);
  });

  it("is asked about by nobody who sends it for the first time", async () => {
    const taken = await sending(await makePost(database, alice));
    const { status } = await asWorker("/publishing/outcome", {
      ...refOf(taken),
      outcome: unsettled,
    });
    expect(status).toBe(400);
  });
});

const unsettled = { kind: "unsettled", sentence: "The password was taken back." } as const;
