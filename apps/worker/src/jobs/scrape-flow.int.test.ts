import { roles } from "@genie/schema";
import {
  createSandboxAccount,
  createUser,
  openDatabase,
  sandboxAdmin,
  tracesOf,
} from "@genie/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { freePlaces, takeAllPlaces } from "../testing/browser-places.ts";
import { create, createCreator, read, readProfile, scrape } from "../testing/creator.ts";
import {
  createConnected,
  flowLogs,
  orderScrape,
  runFlow,
  waitingInserts,
} from "../testing/scrape-flow.ts";
import { signalService } from "../testing/service-process.ts";

type Entry = {
  id: string;
  platform_post_id: string;
  caption: string;
  likes: number;
  earnings: string | null;
  source: string;
  file_id: string | null;
  permalink: string;
};

const entries = "/items/scraped_media?limit=-1&sort=platform_post_id";
const database = openDatabase();
let places = 0;
const signedIn = { scrape_status: "running", connection_status: "connected" };
const patience = { timeout: 60_000, interval: 500 };

beforeAll(async () => {
  places = await freePlaces();
});
afterEach(() => sandboxAdmin("DELETE", "/faults"));
afterAll(async () => {
  await database.end();
  // An idle session would hold its place for five minutes.
  await vi.waitFor(async () => {
    if ((await freePlaces()) < places) throw new Error("A browser was left open.");
  }, patience);
});

describe("the flow that reads an account", () => {
  it("brings figures and posts into the library, and the second time no post twice", async () => {
    const { account, creator, cookie } = await createConnected({ posts: 45 });
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 200 });

    const library = await read<Entry[]>(creator, entries);
    expect(new Set(library.map((entry) => entry.platform_post_id)).size).toBe(45);
    expect(library).toHaveLength(45);
    for (const entry of library) {
      expect(entry).toMatchObject({
        source: "scraped",
        creator_profile_id: creator.profileId,
        caption: expect.any(String),
        likes: expect.any(Number),
        permalink: expect.stringMatching(/\/posts\/\d+$/),
        file_id: null,
      });
    }
    const profile = await readProfile(creator);
    expect(profile).toMatchObject({
      connection_status: "connected",
      scrape_status: "success",
      scrape_error: null,
      last_scraped_at: expect.any(String),
      profile_data: { posts: 45, followers: expect.any(Number), display_name: expect.any(String) },
    });
    expect(await read(creator, "/items/profile_snapshots")).toMatchObject([
      { posts: 45, followers: expect.any(Number), creator_profile_id: creator.profileId },
    ]);
    expect(await read(creator, "/items/platform_sessions")).toMatchObject([
      { status: "active", last_used_at: expect.any(String) },
    ]);

    await database.query(
      "update scraped_media set likes = 0, earnings = null, caption = 'hers' where id = $1",
      [library[0]?.id],
    );
    expect(await runFlow(null, [creator.profileId])).toMatchObject({ status: 200 });
    const again = await read<Entry[]>(creator, entries);
    expect(again.map(({ id }) => id)).toEqual(library.map(({ id }) => id));
    expect(again[0]).toMatchObject({ caption: "hers", earnings: library[0]?.earnings });
    expect(again[0]?.likes).toBeGreaterThanOrEqual(library[0]?.likes ?? 1);
    expect(await read(creator, "/items/profile_snapshots")).toHaveLength(2);

    const logs = await flowLogs(database);
    expect(logs.at(-1)).toMatchObject({
      steps: [
        { key: "login", status: "resolve" },
        { key: "figures" },
        { key: "posts" },
        { key: "create" },
        { key: "update" },
        { key: "snapshot" },
        { key: "profile" },
        { key: "close", status: "resolve" },
      ],
      data: { posts: { seen: 45, new: [] }, close: { closed: true } },
    });
    expect(await tracesOf(database, cookie)).toEqual([]);
    expect(await tracesOf(database, account.password)).toEqual([]);
    expect(JSON.stringify(logs)).not.toContain("cb1.");
  });

  it("leaves posts whose files the next scrape of the worker brings, each once", async () => {
    const { account, creator } = await createConnected({ posts: 6 });
    await runFlow(creator, [creator.profileId]);
    const before = await read<Entry[]>(creator, entries);
    expect(before.map(({ file_id }) => file_id)).toEqual(before.map(() => null));
    const job = await scrape(creator);
    expect(job).toMatchObject({ status: "completed", result: { posts_seen: 6, posts_new: 0 } });
    const after = await read<Entry[]>(creator, entries);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const { posts } = await sandboxAdmin<{ posts: { permalink: string; media: object[] }[] }>(
      "GET",
      `/posts?username=${account.username}`,
    );
    for (const { permalink, file_id: fileId } of after) {
      const shown = posts.find((post) =>
        permalink.endsWith(new URL(post.permalink, permalink).pathname),
      );
      expect([permalink, fileId !== null]).toEqual([permalink, (shown?.media.length ?? 0) > 0]);
    }
    expect(job.result?.["media_saved"]).toBeGreaterThan(0);
  });

  it("is closed to other creators, and runs nothing for them", async () => {
    const { creator } = await createConnected({ posts: 3 });
    const other = await createUser({ role: roles.creator.id });
    const before = await flowLogs(database);
    const answer = await runFlow(other, [creator.profileId]);
    expect(answer.status).toBe(403);
    expect(await flowLogs(database)).toHaveLength(before.length);
    expect(await readProfile(creator)).toMatchObject({ scrape_status: "idle" });
    expect(await read(creator, "/items/platform_sessions")).toMatchObject([{ last_used_at: null }]);
    expect(await read(creator, "/items/scraped_media")).toEqual([]);
  });

  it("reads one account at a time", async () => {
    const { creator } = await createConnected({ posts: 3 });
    const { id } = await create<{ id: string }>(creator, "creator_profiles", {
      platform: "sandbox",
      username: "another",
    });
    expect(await runFlow(creator, [creator.profileId, id])).toMatchObject({
      status: 400,
      errors: [{ message: "Choose one account at a time. Nothing was started." }],
    });
    expect(await readProfile(creator)).toMatchObject({ scrape_status: "idle" });
  });

  it("says that a session has ended, on the account as well, and what to do", async () => {
    const { account, creator } = await createConnected({ posts: 3 });
    await sandboxAdmin("POST", "/faults", { kind: "drop_sessions", username: account.username });
    const answer = await runFlow(creator, [creator.profileId]);
    const sentence =
      "There is no session on Sandbox that still holds, and no password to open one. Connect the account again; nothing was lost.";
    expect(answer).toMatchObject({ status: 409, errors: [{ message: sentence }] });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "expired",
      scrape_status: "error",
      scrape_error: sentence,
    });
    expect(await read(creator, "/items/platform_sessions")).toMatchObject([
      { status: "expired", ended_at: expect.any(String) },
    ]);
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 409 });
  });

  it("leaves the connection to the password where there is one", async () => {
    const account = await createSandboxAccount({ posts: 3 });
    const creator = await createCreator(account);
    const scrapeNow = expect.stringContaining("press Scrape now");
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({
      status: 409,
      errors: [{ message: scrapeNow }],
    });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "needs_login",
      // "error" would say that the password was refused, and end its scheduled use.
      scrape_status: "idle",
      scrape_error: scrapeNow,
    });
    expect(await scrape(creator)).toMatchObject({ status: "completed" });
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 200 });
  });

  it("a failure on the way closes the browser and says why", async () => {
    const { account, creator } = await createConnected({ posts: 3 });
    const path = `/@${account.username}*`;
    await sandboxAdmin("POST", "/faults", { kind: "slow", path, ms: 10_000 });
    const running = runFlow(creator, [creator.profileId]);
    await expect.poll(() => readProfile(creator), patience).toMatchObject(signedIn);
    const busy = { kind: "rate_limited", path, times: "always", retry_after_seconds: 1 };
    await sandboxAdmin("POST", "/faults", busy);
    const answer = await running;
    expect(answer).toMatchObject({
      status: 429,
      errors: [{ message: expect.stringMatching(/^Sandbox wants a pause/) }],
    });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "connected",
      scrape_status: "error",
      scrape_error: answer.errors[0]?.message,
      last_scraped_at: null,
    });
    const [last] = (await flowLogs(database)).slice(-1);
    expect(last?.steps.at(-1)).toMatchObject({
      key: expect.stringMatching(/^(figures|posts)_failed$/),
      status: "reject",
    });
    await sandboxAdmin("DELETE", "/faults");
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 200 });
  });

  it("says that the session ended while it was read", async () => {
    const { account, creator } = await createConnected({ posts: 3 });
    const { username } = account;
    const path = `/@${username}*`;
    await sandboxAdmin("POST", "/faults", { kind: "slow", path, ms: 10_000 });
    const running = runFlow(creator, [creator.profileId]);
    await expect.poll(() => readProfile(creator), patience).toMatchObject(signedIn);
    await sandboxAdmin("POST", "/faults", { kind: "drop_sessions", username });
    const sentence = "The session on Sandbox has ended. Nothing was changed there; sign in again.";
    expect(await running).toMatchObject({ status: 409, errors: [{ message: sentence }] });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "expired",
      scrape_status: "error",
      scrape_error: sentence,
    });
    expect(await read(creator, "/items/platform_sessions")).toMatchObject([
      { status: "expired", ended_at: expect.any(String) },
    ]);
  });

  it("a post that came in by another way at the same moment is there once, and the flow says so", async () => {
    const { creator } = await createConnected({ posts: 3 });
    await runFlow(creator, [creator.profileId]);
    const [first] = await read<Entry[]>(creator, entries);
    const { profileId } = creator;
    await database.query("delete from scraped_media where creator_profile_id = $1", [profileId]);
    await database.query("delete from forgotten_posts where creator_profile_id = $1", [profileId]);
    const quicker = await database.connect();
    try {
      await quicker.query("begin");
      await quicker.query(
        `insert into scraped_media (id, user_id, creator_profile_id, platform_post_id, media_type, source)
          values (gen_random_uuid(), $1, $2, $3, 'image', 'scraped')`,
        [creator.id, profileId, first?.platform_post_id],
      );
      const running = runFlow(creator, [profileId]);
      await expect.poll(() => waitingInserts(database), patience).toBe(1);
      await quicker.query("commit");
      const answer = await running;
      expect(answer).toMatchObject({
        status: 409,
        errors: [{ message: expect.stringContaining("by another way at the same moment") }],
      });
      expect(await readProfile(creator)).toMatchObject({
        scrape_status: "error",
        scrape_error: answer.errors[0]?.message,
      });
    } finally {
      quicker.release(true);
    }
    expect(await read(creator, entries)).toHaveLength(1);
    expect(await runFlow(creator, [profileId])).toMatchObject({ status: 200 });
    expect(await read(creator, entries)).toHaveLength(3);
  });

  it("does not run while the account is read already, by a flow or by the worker", async () => {
    const { account, creator } = await createConnected({ posts: 3 });
    const slow = { kind: "slow", path: `/@${account.username}*`, ms: 10_000 };
    await sandboxAdmin("POST", "/faults", slow);
    const running = runFlow(creator, [creator.profileId]);
    await expect
      .poll(() => readProfile(creator), patience)
      .toMatchObject({ scrape_status: "running" });
    const already = { errors: [{ message: expect.stringContaining("being looked at already") }] };
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 409, ...already });
    expect(await orderScrape(creator)).toMatchObject({ status: 409, ...already });
    expect(await readProfile(creator)).toMatchObject({ scrape_error: null });
    expect(await running).toMatchObject({ status: 200 });
    await sandboxAdmin("DELETE", "/faults");

    signalService("worker", "SIGSTOP");
    try {
      expect(await orderScrape(creator)).toMatchObject({ status: 200 });
      expect(await runFlow(creator, [creator.profileId])).toMatchObject({
        status: 409,
        ...already,
      });
      expect(await readProfile(creator)).toMatchObject({ scrape_status: "success" });
    } finally {
      signalService("worker", "SIGCONT");
    }
    await vi.waitFor(
      async () =>
        expect(await read(creator, "/items/media_jobs")).toMatchObject([{ status: "completed" }]),
      patience,
    );
  });

  it("leaves places to the worker", async () => {
    const creators = [];
    for (let count = 0; count < 4; count += 1)
      creators.push((await createConnected({ posts: 1 })).creator);
    await sandboxAdmin("POST", "/faults", { kind: "slow", path: "/@*", ms: 10_000 });
    const [last, ...first] = creators.toReversed();
    const running = first.map((creator) => runFlow(creator, [creator.profileId]));
    for (const creator of first) {
      await expect
        .poll(() => readProfile(creator), patience)
        .toMatchObject({ scrape_status: "running" });
    }
    if (!last) throw new Error("There are four.");
    const refused = await runFlow(last, [last.profileId]);
    expect(refused).toMatchObject({
      status: 429,
      errors: [{ message: expect.stringContaining("try again in 30 seconds") }],
    });
    expect(await readProfile(last)).toMatchObject({ scrape_status: "idle", scrape_error: null });
    for (const answer of await Promise.all(running)) expect(answer).toMatchObject({ status: 200 });
  });

  it("says that all browsers are in use", async () => {
    const { creator } = await createConnected({ posts: 3 });
    const { free } = await takeAllPlaces();
    try {
      const answer = await runFlow(creator, [creator.profileId]);
      expect(answer).toMatchObject({
        status: 429,
        errors: [{ message: expect.stringContaining("browser sessions are in use") }],
      });
      expect(await readProfile(creator)).toMatchObject({ scrape_error: answer.errors[0]?.message });
    } finally {
      await free();
    }
    expect(await runFlow(creator, [creator.profileId])).toMatchObject({ status: 200 });
  });

  it("opens nobody else's session that was put in the place of hers", async () => {
    const [hers, theirs] = [
      await createConnected({ posts: 3 }),
      await createConnected({ posts: 3 }),
    ];
    await database.query(
      `update platform_sessions set cookies = (select cookies from platform_sessions
        where creator_profile_id = $2) where creator_profile_id = $1`,
      [hers.creator.profileId, theirs.creator.profileId],
    );
    const answer = await runFlow(hers.creator, [hers.creator.profileId]);
    expect(answer).toMatchObject({
      status: 500,
      errors: [{ message: expect.stringMatching(/^A stored secret could not be opened/) }],
    });
    expect(await readProfile(hers.creator)).toMatchObject({ connection_status: "error" });
    expect(await tracesOf(database, theirs.cookie)).toEqual([]);
  });
});
