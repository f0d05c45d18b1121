import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { roles } from "@genie/schema";
import { call, createUser, stackUnderTest } from "@genie/testing";
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
  sending,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

describe("the publishing endpoint", () => {
  const calls = [
    "claim",
    "renew",
    "intent",
    "outcome",
    "reconcile",
    "set-back",
    "live-checks",
    "live",
    "removed",
    "sweep",
  ].map((step) => `/publishing/${step}`);

  it.each(calls)("%s is the worker's alone", async (path) => {
    const viewer = await createUser({ role: roles.viewer.id });
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "program", scopes: ["write"], expires_in_days: 1, asks_first: false },
    });
    const { token: program } = made.data as { token: string };
    const { adminToken: admin } = stackUnderTest();
    for (const token of [alice.token, viewer.token, program, admin, undefined]) {
      const { status, errors } = await call("POST", path, { token, from: alice.address, body: {} });
      expect([status, errors[0]?.message]).toEqual([
        403,
        "Only the worker may do this. Nothing was changed.",
      ]);
    }
  });

  it.each(calls.slice(0, 4))(
    "%s refuses what it can't read, without repeating it",
    async (path) => {
      const { status, text } = await call("POST", path, {
        token: stackUnderTest().workerToken,
        body: { post_id: "canary-content", caption: "canary-content" },
      });
      expect(status).toBe(400);
      expect(text).not.toContain("canary-content");
    },
  );
});

describe("a claim", () => {
  it("gives the worker all that sending needs, and writes it down", async () => {
    const { media, file } = await makeMedia(database, alice);
    const second = await makeMedia(database, alice, { type: "video/mp4", kind: "video" });
    const post = await makePost(database, alice, {
      media_id: media,
      platform_specific_config: { visibility: "subscribers" },
    });
    await database.query(
      `insert into scheduled_posts_media (id, user_id, scheduled_posts_id, scraped_media_id, sort)
       values (gen_random_uuid(), $1, $2, $3, 1)`,
      [alice.id, post, second.media],
    );
    const taken = await claimed(post);
    const row = await postRow(database, post);
    expect(taken).toEqual({
      post_id: post,
      user_id: alice.id,
      generation: row["generation"],
      claim_token: row["claim_token"],
      attempt_id: expect.any(String),
      attempt_no: 1,
      tries: 1,
      idempotency_key: `${post}-${String(row["generation"])}`,
      scheduled_for: (row["scheduled_for"] as Date).toISOString(),
      due_in_ms: 0,
      sent_at: null,
      caption: "hello",
      rating: "general",
      config: { visibility: "subscribers" },
      profile: { id: row["creator_profile_id"], platform: "sandbox", username: expect.any(String) },
      media: [
        {
          media_id: media,
          media_type: "image",
          file_id: file,
          mime: "image/png",
          filename: "picture.png",
          size_bytes: 1000,
          width: null,
          height: null,
          alt_text: "",
        },
        expect.objectContaining({ media_id: second.media, media_type: "video", mime: "video/mp4" }),
      ],
    });
    expect(row).toMatchObject({ status: "publishing", attempt_no: 1 });
    expect(await attemptsOf(database, post)).toMatchObject([
      { id: taken.attempt_id, n: 1, state: "started", user_id: alice.id, sent_at: null },
    ]);
    expect(await jobsOf(database, post)).toMatchObject([
      {
        job_type: "publish_post",
        status: "active",
        user_id: alice.id,
        queue_name: "publish-sandbox",
        creator_profile_id: row["creator_profile_id"],
      },
    ]);
  });

  it("goes to one of fifty who ask at once", async () => {
    const post = await makePost(database, alice);
    const answers = await Promise.all(Array.from({ length: 50 }, () => claim(post)));
    expect(answers.filter(({ kind }) => kind === "claimed")).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === "none")).toHaveLength(49);
    expect(await attemptsOf(database, post)).toHaveLength(1);
    expect(await jobsOf(database, post)).toHaveLength(1);
  });

  it("is early until the platform's time to prepare begins", async () => {
    const post = await makePost(database, alice, { inSeconds: 600 });
    const answer = await claim(post);
    expect(answer.kind).toBe("early");
    const waitMs = answer.kind === "early" ? answer.wait_ms : 0;
    expect(waitMs).toBeGreaterThan(570_000);
    expect(waitMs).toBeLessThanOrEqual(585_000);
    expect(await postRow(database, post)).toMatchObject({ status: "pending", attempt_no: 0 });
  });

  it("is early until the platform wants to hear of the post again", async () => {
    const retry_at = new Date(Date.now() + 300_000);
    const post = await makePost(database, alice, { retry_at });
    expect(await claim(post)).toMatchObject({ kind: "early" });
  });

  it("is early until what cameras wrote into its file is out", async () => {
    const { media, file } = await makeMedia(database, alice, { isPrepared: false });
    const set = (columns: string) =>
      database.query(`update directus_files set ${columns} where id = $1`, [file]);
    const post = await makePost(database, alice, { media_id: media });
    await set("uploaded_on = now() + interval '1 hour'");
    expect(await claim(post)).toEqual({ kind: "early", wait_ms: 1_000 });
    await set("uploaded_on = now() - interval '1 hour'");
    expect(await claim(post)).toEqual({ kind: "early", wait_ms: 5_000 });
    expect(await postRow(database, post)).toMatchObject({
      status: "pending",
      attempt_no: 0,
      error_message:
        "picture.png is still being prepared. The post goes out as soon as that is done.",
    });
    await set("prepared_at = now(), removed_metadata = '[\"GPS\"]'");
    await claimed(post);
    expect(await postRow(database, post)).toMatchObject({ error_message: null });
  });

  it.each(["draft", "cancelled"])("is refused for a post that is %s", async (status) => {
    const post = await makePost(database, alice, { status: "draft" });
    await database.query("update scheduled_posts set status = $2 where id = $1", [post, status]);
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await claim(randomUUID())).toEqual({ kind: "none" });
  });

  it("of a late post that is to be held makes it missed, with a sentence", async () => {
    const late = { inSeconds: -16 * 60, late_policy: "hold" };
    const post = await makePost(database, alice, late);
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await postRow(database, post)).toMatchObject({
      status: "missed",
      error_message: expect.stringContaining("Nothing was sent. Choose a new time for it."),
    });
    expect(await jobsOf(database, post)).toMatchObject([{ status: "failed" }]);
    const sent = await makePost(database, alice, { ...late, late_policy: "publish" });
    await claimed(sent);
    const inTime = await makePost(database, alice, { ...late, inSeconds: -14 * 60 });
    await claimed(inTime);
  });

  it("of a post whose picture is gone ends it, and nothing is sent", async () => {
    const { media, file } = await makeMedia(database, alice);
    const post = await makePost(database, alice, { media_id: media });
    await database.query("delete from directus_files where id = $1", [file]);
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await postRow(database, post)).toMatchObject({
      status: "failed",
      error_message:
        "The file of one of the chosen media is missing. Choose another picture or video. Nothing was sent.",
    });
    expect(await attemptsOf(database, post)).toEqual([]);
    expect(await jobsOf(database, post)).toMatchObject([
      { status: "failed", error: expect.stringContaining("Nothing was sent.") },
    ]);
  });

  it("of a post on a platform that is not there any more ends it", async () => {
    const gone = await makeProfile(database, alice, "atlantis");
    const post = await makePost(database, alice, { creator_profile_id: gone });
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await postRow(database, post)).toMatchObject({
      status: "failed",
      error_message: `This installation can't reach the platform "atlantis". Nothing was sent.`,
    });
  });

  it("after five tries of the same content ends it", async () => {
    const post = await makePost(database, alice);
    for (let n = 1; n <= 5; n += 1) {
      await claimed(post);
      await writeAsPublisher(database, post, "status = 'pending'");
    }
    expect(await claim(post)).toEqual({ kind: "none" });
    expect(await postRow(database, post)).toMatchObject({
      status: "failed",
      error_message: expect.stringContaining("It was tried 5 times"),
    });
  });
});

describe("a claim that is held", () => {
  it("is renewed while the post is prepared, and not afterwards", async () => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() + interval '1 s'");
    expect(await renew(taken)).toBe(true);
    const { rows } = await database.query<{ left: number }>(
      "select extract(epoch from claimed_until - clock_timestamp())::float as left from scheduled_posts where id = $1",
      [post],
    );
    expect(rows[0]?.left).toBeGreaterThan(50);
    expect(await renew({ ...taken, claim_token: randomUUID() })).toBe(false);
    expect(await intend(taken)).toMatchObject({ kind: "send" });
    expect(await renew(taken)).toBe(false);
  });

  it("may send from the very second on, and not before", async () => {
    const post = await makePost(database, alice, { inSeconds: 10 });
    const taken = await claimed(post);
    expect((await attemptsOf(database, post))[0]).toMatchObject({ state: "started" });
    let answer = await intend(taken);
    expect(answer.kind).toBe("early");
    while (answer.kind === "early") {
      await wait(50);
      answer = await intend(taken);
    }
    expect(answer).toEqual({
      kind: "send",
      send_within_ms: 15_000,
      intent_no: expect.any(Number),
    });
    const { rows } = await database.query<{ early: boolean; margin: number }>(
      `select a.sent_at < p.scheduled_for as early,
              extract(epoch from p.claimed_until - a.sent_at)::float as margin
         from publish_attempts a join scheduled_posts p on p.id = a.post_id where p.id = $1`,
      [post],
    );
    expect(rows).toEqual([{ early: false, margin: 25 }]);
  });

  it("may send once", async () => {
    const taken = await sending(await makePost(database, alice));
    expect(await intend(taken)).toEqual({ kind: "lost" });
    const other = await claimed(await makePost(database, alice));
    const answers = await Promise.all(Array.from({ length: 10 }, () => intend(other)));
    expect(answers.filter(({ kind }) => kind === "send")).toHaveLength(1);
  });

  it("may not send when it ran out or is somebody else's", async () => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    expect(await intend({ ...taken, claim_token: randomUUID() })).toEqual({ kind: "lost" });
    await writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '1 s'");
    expect(await intend(taken)).toEqual({ kind: "lost" });
    expect((await attemptsOf(database, post))[0]).toMatchObject({ state: "started" });
  });
});
