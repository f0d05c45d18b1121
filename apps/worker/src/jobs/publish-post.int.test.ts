import {
  composedPosts,
  createSandboxAccount,
  endClaim,
  openDatabase,
  sandboxAdmin,
  type SandboxAccount,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endPause } from "../testing/as-if-later.ts";
import {
  create,
  type Creator,
  createCreator,
  createReadCreator,
  read,
  scrape,
} from "../testing/creator.ts";
import { directusIsBack, signalService } from "../testing/service-process.ts";

type Post = {
  id: string;
  status: string;
  scheduled_for: string;
  permalink: string;
  published_at: string;
  error_message: string | null;
};

const patience = { timeout: 150_000, interval: 250 };

describe("publishing", () => {
  const database = openDatabase();
  let account: SandboxAccount;
  let creator: Creator;
  let mediaId = "";

  beforeAll(async () => {
    account = await createSandboxAccount({ posts: 6 });
    creator = await createReadCreator(account);
    const [picture] = await read<{ id: string }[]>(
      creator,
      "/items/scraped_media?filter[media_type]=image&limit=1",
    );
    mediaId = picture?.id ?? "";
  });
  afterAll(async () => {
    await database.end();
  });

  it("sends a post once, with its picture, and not before its time", async () => {
    const post = await plan("Once and in time", { inMs: 8_000 });
    await settled(post, "published");
    const [sent, ...more] = await sentWith("Once and in time");
    expect(more).toEqual([]);
    expect(sent?.media).toHaveLength(1);
    const { scheduled_for: time, permalink } = await readPost(post);
    expect(sent?.published_at).toBeGreaterThanOrEqual(Date.parse(time));
    expect(permalink).toContain(sent?.permalink);
    expect(await statesOf(post)).toEqual(["succeeded"]);
    await expect
      .poll(() => proofOf(post), patience)
      .toEqual({ type: "image/png", isHers: true, verified: true });
  });

  it("notes that a post was taken down, when two looks in a row don't find it", async () => {
    const post = await plan("Taken down", { inMs: 1_000 });
    await settled(post, "published");
    await expect.poll(() => proofOf(post), patience).toMatchObject({ verified: true });
    const [sent] = await sentWith("Taken down");
    await sandboxAdmin("DELETE", `/posts/${sent?.id}`);
    await lookNow(post);
    await expect.poll(() => goneOf(post), patience).toEqual({ missing: true, gone: false });
    await lookNow(post, "missing_since = now() - interval '10 minutes'");
    await expect.poll(() => goneOf(post), patience).toEqual({ missing: true, gone: true });
    expect((await readPost(post)).status).toBe("published");
  });

  it.each([
    ["an answer that never comes", "accept_then_hang"],
    ["an error after the post was taken", "error_after_commit"],
  ])(
    "looks a post up after %s, and does not send it again",
    async (_what, kind) => {
      await sandboxAdmin("POST", "/faults", { kind, username: account.username });
      const caption = `After ${kind}`;
      const post = await plan(caption, { inMs: 1_000 });
      await settled(post, "published");
      expect(await sentWith(caption)).toHaveLength(1);
      expect((await composedPosts(account.username)).duplicates).toBe(0);
      expect(await statesOf(post)).toEqual(["succeeded"]);
    },
    240_000,
  );

  it("sends a post again that the platform refused to take for now", async () => {
    const { username } = account;
    const path = "/compose";
    const busy = { kind: "rate_limited", username, path, method: "POST", retry_after_seconds: 2 };
    await sandboxAdmin("POST", "/faults", busy);
    const post = await plan("Taken at the second try", { inMs: 1_000 });
    await settled(post, "published");
    expect(await sentWith("Taken at the second try")).toHaveLength(1);
    expect(await statesOf(post)).toEqual(["refused", "succeeded"]);
  });

  it("waits while the platform is down, says so, and sends the post once when it is back", async () => {
    const caption = "The platform was down";
    signalService("sandbox", "SIGSTOP");
    let post: string;
    try {
      post = await plan(caption, { inMs: 1_000 });
      await expect.poll(() => statesOf(post), patience).toEqual(["refused"]);
      const { status, error_message: sentence } = await readPost(post);
      expect(status).toBe("pending");
      expect(sentence).toMatch(/not answer|in time|reach/i);
    } finally {
      signalService("sandbox", "SIGCONT");
    }
    await endPause(database, post);
    await settled(post, "published");
    expect(await sentWith(caption)).toHaveLength(1);
  });

  it("ends a post with a sentence when the log-in is refused", async () => {
    const other = await createSandboxAccount({ posts: 1 });
    const stranger = await createCreator({ ...other, password: "not the password" });
    const scheduled_for = new Date(Date.now() + 1_000).toISOString();
    const { id } = await create<Post>(stranger, "scheduled_posts", {
      creator_profile_id: stranger.profileId,
      caption: "Never sent",
      scheduled_for,
      status: "pending",
    });
    const row = () => read<Post>(stranger, `/items/scheduled_posts/${id}`);
    await expect.poll(async () => (await row()).status, patience).toBe("failed");
    expect((await row()).error_message).toEqual(expect.any(String));
    expect((await composedPosts(other.username)).posts).toEqual([]);
  });

  it("delivers the outcome after Directus was away, without asking the platform again", async () => {
    const slow = { kind: "slow", username: account.username, path: "/compose", method: "POST" };
    await sandboxAdmin("POST", "/faults", { ...slow, ms: 4_000, times: 1 });
    const caption = "Sent while Directus was away";
    const post = await plan(caption, { inMs: 1_000 });
    await expect.poll(() => statesOf(post), patience).toEqual(["sending"]);
    signalService("directus", "SIGKILL");
    await expect.poll(() => sentWith(caption), patience).toHaveLength(1);
    await directusIsBack();
    await settled(post, "published");
    expect(await sentWith(caption)).toHaveLength(1);
    expect(await lookUpsOf(post)).toEqual([0]);
  });

  it("carries on with a scrape and a post when Directus is restarted in the middle", async () => {
    const large = await createSandboxAccount({ posts: 60 });
    const reader = await createCreator(large);
    const job = scrape(reader);
    const post = await plan("Across a restart", { inMs: 12_000 });
    await expect.poll(() => countMedia(reader), patience).toBeGreaterThan(5);
    signalService("directus", "SIGKILL");
    await directusIsBack();
    expect(await job).toMatchObject({ status: "completed", result: { posts_seen: 60 } });
    expect(await countMedia(reader)).toBe(60);
    await settled(post, "published");
    expect(await sentWith("Across a restart")).toHaveLength(1);
    expect((await composedPosts(account.username)).duplicates).toBe(0);
  }, 400_000);

  it("does not send a post again after the worker was killed the moment it was taken", async () => {
    const { username } = account;
    const caption = "Taken, and then the worker died";
    const taken = sandboxAdmin<{ event: { caption: string } | null }>(
      "GET",
      `/events/next?type=committed&username=${username}&timeout_ms=120000`,
    );
    const post = await plan(caption, { inMs: 1_000 });
    expect((await taken).event?.caption).toBe(caption);
    signalService("worker", "SIGKILL");
    await endClaim(database, post);
    await settled(post, "published");
    expect(await sentWith(caption)).toHaveLength(1);
    expect((await composedPosts(username)).duplicates).toBe(0);
  });

  it("goes on where it was after the worker was stopped: a scrape, and a post before its time", async () => {
    const reader = await createCreator(await createSandboxAccount({ posts: 60 }));
    const job = scrape(reader);
    const caption = "Across a stop of the worker";
    const post = await plan(caption, { inMs: 6_000 });
    await expect.poll(() => countMedia(reader), patience).toBeGreaterThan(5);
    signalService("worker", "SIGTERM");
    expect(await job).toMatchObject({ status: "completed", attempts: 1 });
    expect(await countMedia(reader)).toBe(60);
    await settled(post, "published");
    expect(await sentWith(caption)).toHaveLength(1);
  });

  async function plan(caption: string, { inMs }: { inMs: number }): Promise<string> {
    const { id } = await create<Post>(creator, "scheduled_posts", {
      creator_profile_id: creator.profileId,
      media_id: mediaId,
      caption,
      scheduled_for: new Date(Date.now() + inMs).toISOString(),
      status: "pending",
    });
    return id;
  }

  const readPost = (id: string) => read<Post>(creator, `/items/scheduled_posts/${id}`);

  async function settled(id: string, status: string): Promise<void> {
    const state = () => readPost(id).then((post) => post.status, String);
    await expect.poll(state, patience).toBe(status);
  }

  async function sentWith(caption: string) {
    const { posts } = await composedPosts(account.username);
    return posts.filter((post) => post.caption === caption);
  }

  async function statesOf(postId: string): Promise<string[]> {
    const { rows } = await database.query<{ state: string }>(
      "select state from publish_attempts where post_id = $1 order by n",
      [postId],
    );
    return rows.map(({ state }) => state);
  }

  async function lookUpsOf(postId: string): Promise<number[]> {
    const { rows } = await database.query<{ look_ups: number }>(
      "select look_ups from publish_attempts where post_id = $1",
      [postId],
    );
    return rows.map(({ look_ups: count }) => count);
  }

  async function proofOf(postId: string) {
    const { rows } = await database.query(
      `select f.type, f.owner = p.user_id as "isHers", p.verified_at is not null as verified
         from scheduled_posts p join directus_files f on f.id = p.proof_file_id where p.id = $1`,
      [postId],
    );
    return rows[0];
  }

  /** As if it were time to look whether the post is still there. */
  const lookNow = (postId: string, change = "missing_since = null") =>
    database.query(
      `update scheduled_posts set ${change}, live_check_at = now() - interval '1 second' where id = $1`,
      [postId],
    );

  async function goneOf(postId: string) {
    const { rows } = await database.query(
      `select missing_since is not null as missing, taken_down_at is not null as gone
         from scheduled_posts where id = $1`,
      [postId],
    );
    return rows[0];
  }

  async function countMedia({ profileId }: Creator): Promise<number> {
    const { rows } = await database.query<{ count: string }>(
      "select count(*) from scraped_media where creator_profile_id = $1",
      [profileId],
    );
    return Number(rows[0]?.count);
  }
});
