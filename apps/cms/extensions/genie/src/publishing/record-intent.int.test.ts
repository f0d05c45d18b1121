import { call } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  attemptsOf,
  claim,
  claimed,
  intend,
  jobsOf,
  makeMedia,
  makePost,
  makeProfile,
  postRow,
  renew,
  report,
  sending,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

describe("a claim against an edit", () => {
  const rounds = Array.from({ length: 15 }, (_, round) => round);

  it("sends the new text, or the edit is refused", async () => {
    for (const round of rounds) {
      const post = await makePost(database, alice);
      const caption = `edited ${round}`;
      const taken = await claimed(post);
      const [edit, answer] = await Promise.all([patch(post, { caption }), intend(taken)]);
      const row = await postRow(database, post);
      expect([edit.status, answer.kind, row["status"], row["caption"]]).toEqual(
        edit.status === 200
          ? [200, "lost", "pending", caption]
          : [409, "send", "publishing", "hello"],
      );
    }
  });

  it("is taken back when the post is cancelled before it is announced, and sends nothing", async () => {
    for (const round of rounds) {
      const post = await makePost(database, alice, { caption: `round ${round}` });
      const [cancel, answer] = await Promise.all([
        patch(post, { status: "cancelled" }),
        claim(post),
      ]);
      const sent = answer.kind === "claimed" ? await intend(answer.claim) : null;
      const { status } = await postRow(database, post);
      expect([cancel.status, status, sent?.kind ?? "lost"]).toEqual([200, "cancelled", "lost"]);
    }
  });

  it.each([
    ["a later time", { scheduled_for: "2031-01-01T00:00:00Z" }, "pending"],
    ["another text", { caption: "another" }, "pending"],
    ["another rating", { rating: "explicit" }, "pending"],
    ["a draft", { status: "draft" }, "draft"],
  ])("is taken back by %s; what it was for is sent by nobody", async (_what, change, status) => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    expect((await patch(post, change)).status).toBe(200);
    expect(await postRow(database, post)).toMatchObject({ status, claim_token: null });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    expect(await renew(taken)).toBe(false);
    expect(await intend(taken)).toEqual({ kind: "lost" });
    const left = async () => (await jobsOf(database, post)).map((job) => job["status"]);
    await expect.poll(left).toEqual(status === "draft" ? [] : ["queued"]);
  });

  it("is taken back by a change of the pictures and by a deletion", async () => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    const { media } = await makeMedia(database, alice);
    const link = { scheduled_posts_id: post, scraped_media_id: media };
    const { token, address: from } = alice;
    const made = await call("POST", "/items/scheduled_posts_media", { token, from, body: link });
    expect(made.status).toBe(200);
    expect(await intend(taken)).toEqual({ kind: "lost" });
    expect(await postRow(database, post)).toMatchObject({ status: "pending", generation: 2 });
    const again = await claimed(post);
    expect(again.media).toHaveLength(1);
    const gone = await call("DELETE", `/items/scheduled_posts/${post}`, { token, from });
    expect(gone.status).toBe(204);
    expect(await intend(again)).toEqual({ kind: "lost" });
  });

  it("stays when a write changes nothing", async () => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    expect((await patch(post, { caption: "hello" })).status).toBe(200);
    expect(await intend(taken)).toMatchObject({ kind: "send" });
  });
});

describe("one account", () => {
  it("sends one post at a time, whoever has the others", async () => {
    const account = { creator_profile_id: alice.profile };
    const posts = await Promise.all([1, 2, 3].map(() => makePost(database, alice, account)));
    const taken = await Promise.all(posts.map(claimed));
    const answers = await Promise.all(taken.map(intend));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["early", "early", "send"]);
    const first = taken[answers.findIndex(({ kind }) => kind === "send")];
    const [second] = taken.filter((one) => one !== first);
    if (!first || !second) throw new Error("There are three claims.");
    await report(first, { kind: "refused", sentence: "No.", retry_after_ms: null });
    expect(await intend(second)).toMatchObject({ kind: "send" });
    await report(second, { kind: "unknown", sentence: "No answer." });
    const third = taken.find((one) => one !== first && one !== second);
    expect(third && (await intend(third))).toMatchObject({ kind: "send" });
  });

  it("waits as long as its platform wants, and others do not", async () => {
    const account = { creator_profile_id: await makeProfile(database, alice) };
    const posts = await Promise.all([1, 2, 3].map(() => makePost(database, alice, account)));
    const [first, second] = await Promise.all([claimed(posts[0] ?? ""), claimed(posts[1] ?? "")]);
    expect(await intend(first)).toMatchObject({ kind: "send" });
    await report(first, {
      kind: "refused",
      sentence: "Too many posts.",
      retry_after_ms: 60_000,
      holds_account: true,
    });
    expect(await claim(posts[2] ?? "")).toMatchObject({ kind: "early" });
    const { kind, ...wait } = await intend(second);
    expect(kind).toBe("early");
    expect(wait).toHaveProperty(
      "wait_ms",
      expect.toSatisfy((ms: number) => ms > 50_000),
    );
    await sending(await makePost(database, alice));
  });

  it("waits for the longest pause that its platform wants, whatever is said of another post", async () => {
    const account = { creator_profile_id: await makeProfile(database, alice) };
    const posts = await Promise.all([1, 2].map(() => makePost(database, alice, account)));
    const [first, second] = await Promise.all(posts.map(claimed));
    if (!first || !second) throw new Error("There are two claims.");
    await report(first, pause(3_600_000));
    await report(second, pause(1_000));
    const answer = await claim(await makePost(database, alice, account));
    expect(answer).toMatchObject({
      kind: "early",
      wait_ms: expect.toSatisfy((ms: number) => ms > 3_500_000),
    });
  });
});

describe("a post that is prepared", () => {
  it("waits with no claim while its account is to wait for long", async () => {
    const account = await makeProfile(database, alice);
    const post = await makePost(database, alice, { creator_profile_id: account });
    const taken = await claimed(post);
    await database.query(
      "update creator_profiles set publish_after = clock_timestamp() + interval '1 hour' where id = $1",
      [account],
    );
    expect(await intend(taken)).toEqual({ kind: "lost" });
    expect(await postRow(database, post)).toMatchObject({ status: "pending", claim_token: null });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    expect(await claim(post)).toMatchObject({ kind: "early" });
  });

  it("is missed when it is to be held and too late by the time its turn comes", async () => {
    const post = await makePost(database, alice, { late_policy: "hold" });
    const taken = await claimed(post);
    const longAgo = "scheduled_for = clock_timestamp() - interval '16 minutes'";
    await writeAsPublisher(database, post, longAgo);
    expect(await intend(taken)).toEqual({ kind: "lost" });
    expect(await postRow(database, post)).toMatchObject({
      status: "missed",
      claim_token: null,
      error_message: expect.stringContaining("Nothing was sent. Choose a new time for it."),
    });
    expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    expect(await jobsOf(database, post)).toMatchObject([{ status: "failed" }]);
  });

  it("is sent in time, although it is to be held when it is late", async () => {
    const post = await makePost(database, alice, { inSeconds: -14 * 60, late_policy: "hold" });
    await sending(post);
    expect(await postRow(database, post)).toMatchObject({ status: "publishing" });
  });
});

describe("a post that was to be tried again later", () => {
  it("goes out at its new time once it is edited, and after the account's pause", async () => {
    const account = { creator_profile_id: await makeProfile(database, alice) };
    const post = await makePost(database, alice, account);
    const later = { kind: "refused", sentence: "Wait.", retry_after_ms: 10_800_000 } as const;
    await report(await claimed(post), later);
    expect(await claim(post)).toMatchObject({ kind: "early" });
    expect((await patch(post, { caption: "hello" })).status).toBe(200);
    expect(await claim(post)).toMatchObject({ kind: "early" });
    expect((await patch(post, { caption: "another" })).status).toBe(200);
    await report(await claimed(post), later);
    const { media: picture } = await makeMedia(database, alice);
    const media = [{ scraped_media_id: picture }];
    expect((await patch(post, { media })).status).toBe(200);
    await report(await claimed(post), { ...later, holds_account: true });
    expect((await patch(post, { caption: "and another" })).status).toBe(200);
    expect(await claim(post)).toMatchObject({ kind: "early" });
    const moved = { creator_profile_id: await makeProfile(database, alice) };
    expect((await patch(post, moved)).status).toBe(200);
    await claimed(post);
  });
});

const pause = (retry_after_ms: number) =>
  ({ kind: "refused", sentence: "Wait.", retry_after_ms, holds_account: true }) as const;

const patch = (post: string, body: object) =>
  call("PATCH", `/items/scheduled_posts/${post}`, {
    token: alice.token,
    from: alice.address,
    body,
  });
