import {
  blueskyServer,
  call,
  mastodonServer,
  openDatabase,
  type OtherAccount,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { endPause, endSettling } from "../testing/as-if-later.ts";
import { create, type Creator, createCreator, read, runJob } from "../testing/creator.ts";
import { noisyPicture } from "../testing/noisy-picture.ts";

type Post = { status: string; permalink: string | null; error_message: string | null };
type Profile = { connection_status: string; scrape_error: string | null; platform_limits: object };

const { blueskyUrl, blueskyFaultsToken, mastodonUrl, mastodonAdminToken } = stackUnderTest();
const bluesky = blueskyServer({ url: blueskyUrl, token: blueskyFaultsToken });
const mastodon = mastodonServer({ url: mastodonUrl, token: mastodonAdminToken });
const database = openDatabase();
const patience = { timeout: 150_000, interval: 250 };

afterEach(() => Promise.all([bluesky.disarmAll(), mastodon.disarmAll()]));
afterAll(() => database.end());

describe.each([
  {
    platform: "bluesky",
    server: bluesky,
    secret: "password",
    wrong: "aaaa-bbbb-cccc-dddd",
    upload: "/xrpc/com.atproto.repo.uploadBlob",
    publish: "/xrpc/com.atproto.repo.*Record",
    link: /^https:\/\/bsky\.app\/profile\/.+\/post\/.+/,
  },
  {
    platform: "mastodon",
    server: mastodon,
    secret: "token",
    wrong: "wrong-token",
    upload: "/api/v2/media",
    publish: "/api/v1/statuses",
    link: /^http:\/\/127\.0\.0\.1:\d+\/@.+\/\d+/,
  },
])("on $platform", ({ platform, server, secret, wrong, upload, publish, link }) => {
  it("a post goes out once, with its picture and its description, and has a link", async () => {
    const { creator, account } = await connect();
    const media = await addPicture(creator, 64, { alt_text: "A grey square" });
    const post = await plan(creator, "Once #everywhere https://a.example", media);
    await settled(creator, post, "published");
    const there = await server.published(account.username);
    expect(there).toMatchObject([{ caption: "Once #everywhere https://a.example", files: 1 }]);
    expect(JSON.stringify(there[0]?.raw)).toContain("A grey square");
    expect((await readPost(creator, post)).permalink).toMatch(link);
  });

  it("a log-in that is refused is said on the account and on the post", async () => {
    const account = await server.createAccount();
    const creator = await createCreator(
      { ...account.credentials, username: account.username, [secret]: wrong },
      platform,
    );
    const post = await plan(creator, "Never sent");
    await settled(creator, post, "failed");
    const { error_message: sentence } = await readPost(creator, post);
    expect(sentence).toMatch(/did not accept .+\./);
    expect(sentence).not.toContain(wrong);
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "needs_login",
      scrape_error: expect.stringMatching(/did not accept/),
    });
    expect(await server.published(account.username)).toEqual([]);
  });

  it("one that was taken back before anything was done with it is said, too", async () => {
    const { creator, account } = await connect();
    await server.revoke(account.username);
    const post = await plan(creator, "Never sent");
    await settled(creator, post, "failed");
    expect((await readProfile(creator)).connection_status).toBe("needs_login");
    expect(await server.published(account.username)).toEqual([]);
  });

  it("waits as long as the server wants, and is sent once then", async () => {
    const { creator, account } = await connect();
    await server.arm({ kind: "rate_limited", path: publish, retry_after_seconds: 2 });
    const post = await plan(creator, "After a pause");
    await settled(creator, post, "published");
    expect(await statesOf(post)).toEqual(["refused", "succeeded"]);
    expect(await server.published(account.username)).toHaveLength(1);
  });

  it("outlives a server that is gone in the middle of an upload", async () => {
    const { creator, account } = await connect();
    const fault = await server.arm({ kind: "reset_in_upload", path: upload, times: "always" });
    const post = await plan(creator, "At last", await addPicture(creator, 64));
    const said = () => readPost(creator, post).then((row) => row.error_message);
    await expect.poll(said, patience).toMatch(/answer|reach/);
    expect((await readPost(creator, post)).status).toBe("pending");
    expect(await server.published(account.username)).toEqual([]);
    await server.disarm(fault);
    await endPause(database, post);
    await settled(creator, post, "published");
    expect(await server.published(account.username)).toMatchObject([{ files: 1 }]);
  });

  it("is there once, though the answer was lost", async () => {
    const { creator, account } = await connect();
    await server.arm({ kind: "reset_after_commit" });
    const post = await plan(creator, "Answer lost");
    await endSettling(database, post);
    await settled(creator, post, "published");
    expect(await server.published(account.username)).toHaveLength(1);
  });

  it("a picture that is too large is refused at once, with what the platform takes", async () => {
    const { creator } = await connect();
    await database.query("update creator_profiles set platform_limits = $1 where id = $2", [
      { image: { maxBytes: 20_000 } },
      creator.profileId,
    ]);
    const media = await addPicture(creator, 300);
    const { status, errors } = await order(creator, "Too large", media);
    expect([status, errors[0]?.message]).toEqual([
      400,
      expect.stringMatching(
        /has .+ MB; .+ takes 0\.1 MB\. Choose a smaller one\. Nothing was saved/,
      ),
    ]);
    const job = await runJob(creator, {
      job_type: "compress",
      input_media_id: media,
      creator_profile_id: creator.profileId,
    });
    expect((await order(creator, "Made to fit", job.output_media_id ?? "")).status).toBe(200);
  });

  async function connect(): Promise<{ creator: Creator; account: OtherAccount }> {
    const account = await server.createAccount();
    const creator = await createCreator(
      { ...account.credentials, username: account.username },
      platform,
    );
    return { creator, account };
  }
});

describe("on a Mastodon server that changed its mind", () => {
  it.each([
    ["text", { max_characters: 5 }, "Longer than five", null],
    ["media", { image_size_limit: 10 }, "x", 64],
  ])(
    "%s that it refuses ends the post with the server's words",
    async (_what, setting, caption, side) => {
      const account = await mastodon.createAccount();
      const creator = await createCreator(
        { ...account.credentials, username: account.username },
        "mastodon",
      );
      const media = side === null ? undefined : await addPicture(creator, side);
      const usual = await changeServer(setting);
      try {
        const post = await plan(creator, caption, media);
        await settled(creator, post, "failed");
        const { error_message: sentence } = await readPost(creator, post);
        expect(sentence).toMatch(/127\.0\.0\.1:\d+ (did not take|refused).+/);
        expect(await mastodon.published(account.username)).toEqual([]);
      } finally {
        await changeServer(usual);
      }
    },
    180_000,
  );
});

/** Changes what the server takes, and answers how it was before. */
async function changeServer(change: Record<string, number>): Promise<Record<string, number>> {
  const answer = await fetch(`${mastodonUrl}/admin/settings`, {
    method: "PATCH",
    headers: {
      authorization: `Bearer ${mastodonAdminToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(change),
  });
  expect(answer.status).toBe(200);
  const usual = { max_characters: 500, image_size_limit: 16_777_216 };
  return Object.fromEntries(
    Object.keys(change).map((name) => [name, usual[name as keyof typeof usual]]),
  );
}

function order(creator: Creator, caption: string, mediaId?: string) {
  return call("POST", "/items/scheduled_posts", {
    token: creator.token,
    from: creator.address,
    body: {
      creator_profile_id: creator.profileId,
      ...(mediaId !== undefined && { media_id: mediaId }),
      caption,
      scheduled_for: new Date(Date.now() + 1_000).toISOString(),
      status: "pending",
    },
  });
}

async function plan(creator: Creator, caption: string, mediaId?: string): Promise<string> {
  const { status, text, data } = await order(creator, caption, mediaId);
  expect([status, text]).toEqual([200, text]);
  return (data as { id: string }).id;
}

const readPost = (creator: Creator, id: string) =>
  read<Post>(creator, `/items/scheduled_posts/${id}`);
const readProfile = (creator: Creator) =>
  read<Profile>(creator, `/items/creator_profiles/${creator.profileId}`);

async function settled(creator: Creator, id: string, status: string): Promise<void> {
  const state = () => readPost(creator, id).then((post) => post.status, String);
  await expect.poll(state, patience).toBe(status);
}

async function statesOf(postId: string): Promise<string[]> {
  const { rows } = await database.query<{ state: string }>(
    "select state from publish_attempts where post_id = $1 order by n",
    [postId],
  );
  return rows.map(({ state }) => state);
}

/** A picture in her library that no format makes small. */
async function addPicture(creator: Creator, side: number, row: object = {}): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([noisyPicture(side)], { type: "image/png" }), "noise.png");
  const { token, address: from } = creator;
  const uploaded = await call("POST", "/uploads", { token, from, body: form });
  const { id: file_id } = uploaded.data as { id: string };
  const entry = { media_type: "image", file_id, ...row };
  return (await create<{ id: string }>(creator, "scraped_media", entry)).id;
}
