import { LiveChecksAnswer } from "@genie/schema";
import { expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  asWorker,
  makePost,
  postRow,
  report,
  sending,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

async function published() {
  const post = await makePost(database, alice);
  const proof = { platform_post_id: `p-${post}`, permalink: null, published_at: null };
  await report(await sending(post), { kind: "published", ...proof });
  const { creator_profile_id: profile } = await postRow(database, post);
  await database.query(
    "update creator_profiles set connection_status = 'connected' where id = $1",
    [profile],
  );
  return post;
}
const due = (post: string) =>
  writeAsPublisher(database, post, "live_check_at = clock_timestamp() - interval '1 s'");
const take = async (platforms: string[], limit: number) =>
  LiveChecksAnswer.parse((await asWorker("/publishing/live-checks", { platforms, limit })).data);
const handedOut = async (post: string, platforms = ["sandbox"]) => {
  const { checks } = await take(platforms, 50);
  return checks.filter(({ post_id: id }) => id === post);
};
const seen = async (post: string, live: boolean) => {
  const body = { post_id: post, platform_post_id: `p-${post}`, live };
  const { data } = await asWorker("/publishing/live", body);
  return (data as { taken_down: boolean }).taken_down;
};

it("a post is looked at a minute after it was published, by one worker", async () => {
  const post = await published();
  expect(await handedOut(post)).toEqual([]);
  await due(post);
  expect(await handedOut(post, ["atlantis"])).toEqual([]);
  const taken = await Promise.all([1, 2, 3].map(() => handedOut(post)));
  expect(taken.flat()).toMatchObject([{ platform_post_id: `p-${post}` }]);
  expect(await seen(post, true)).toBe(false);
  const row = await postRow(database, post);
  expect(row).toMatchObject({ verified_at: expect.any(Date), still_live_at: expect.any(Date) });
  expect(Number(row["live_check_at"])).toBeGreaterThan(Date.now() + 50 * 60_000);
});

it.each([
  ["published a minute ago", "1 minute", null, "10 minutes"],
  ["published five hours ago", "5 hours", null, "5 hours"],
  ["published ten days ago", "10 days", null, "1 day"],
  ["missing for half an hour", "10 days", "30 minutes", "30 minutes"],
])(
  "one that was %s is looked at again, when a look came to nothing, after a pause that fits its age",
  async (_what, age, missing, pause) => {
    const post = await published();
    await writeAsPublisher(database, post, `published_at = now() - interval '${age}'`);
    if (missing !== null) {
      await writeAsPublisher(database, post, `missing_since = now() - interval '${missing}'`);
    }
    await due(post);
    expect(await handedOut(post)).toHaveLength(1);
    const { rows } = await database.query(
      `select live_check_at - now() between $2::interval * 0.9 and $2::interval * 1.2 as fits
         from scheduled_posts where id = $1`,
      [post, pause],
    );
    expect(rows).toEqual([{ fits: true }]);
  },
);

it("one that can't be looked at is not looked at for longer than another", async () => {
  const post = await published();
  await writeAsPublisher(database, post, "published_at = clock_timestamp() - interval '31 days'");
  await due(post);
  expect(await handedOut(post)).toHaveLength(1);
  expect(await postRow(database, post)).toMatchObject({ live_check_at: null });
});

it("as many as are asked for are handed out, and whether there may be more", async () => {
  for (const post of [await published(), await published()]) await due(post);
  const first = await take(["sandbox"], 1);
  expect([first.checks.length, first.more]).toEqual([1, true]);
  expect((await take(["sandbox"], 50)).more).toBe(false);
});

it("that it is gone is believed the second time in a row, and noted once", async () => {
  const post = await published();
  expect(await seen(post, false)).toBe(false);
  expect(await seen(post, false)).toBe(false);
  expect(await seen(post, true)).toBe(false);
  expect(await postRow(database, post)).toMatchObject({ missing_since: null });
  expect(await seen(post, false)).toBe(false);
  await writeAsPublisher(database, post, "missing_since = clock_timestamp() - interval '10 min'");
  expect(await seen(post, false)).toBe(true);
  expect(await postRow(database, post)).toMatchObject({
    status: "published",
    taken_down_at: expect.any(Date),
    live_check_at: null,
  });
});

it("what is said of another post changes nothing", async () => {
  const post = await published();
  const body = { post_id: post, platform_post_id: "another", live: false };
  expect((await asWorker("/publishing/live", body)).data).toEqual({ taken_down: false });
  expect(await postRow(database, post)).toMatchObject({ missing_since: null });
});

it("after thirty days nobody looks any more", async () => {
  const post = await published();
  await writeAsPublisher(database, post, "published_at = now() - interval '31 days'");
  await seen(post, true);
  expect(await postRow(database, post)).toMatchObject({ live_check_at: null });
});
