import { createSandboxAccount, openDatabase, sandboxAdmin, tracesOf } from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createCreator, read, readProfile, scrape } from "../testing/creator.ts";

type Entry = {
  platform_post_id: string;
  media_type: string;
  source: string;
  caption: string;
  likes: number;
  permalink: string;
  published_at: string;
  file_id: string | null;
  files: { directus_files_id: string; sort: number }[];
};

const entries = "/items/scraped_media?limit=-1&fields=*,files.directus_files_id,files.sort";

describe("reading a profile", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  it("brings figures and every post with its files into the library, and what is new the second time", async () => {
    const account = await createSandboxAccount({ posts: 45 });
    const creator = await createCreator(account);
    const first = await scrape(creator);
    expect(first).toMatchObject({ status: "completed", progress: 100, error: null });
    expect(first.result).toMatchObject({ posts_seen: 45, posts_new: 45, media_failed: 0 });

    const library = await read<Entry[]>(creator, entries);
    expect(library).toHaveLength(45);
    expect(new Set(library.map((entry) => entry.platform_post_id)).size).toBe(45);
    const fileCount = library.flatMap(({ files }) => files).length;
    expect(first.result).toMatchObject({ media_saved: fileCount });
    for (const entry of library) {
      expect(entry).toMatchObject({
        source: "scraped",
        file_id: entry.files.find(({ sort }) => sort === 0)?.directus_files_id,
        permalink: expect.stringMatching(/\/posts\/\d+$/),
        likes: expect.any(Number),
      });
      expect(entry.media_type === "gallery").toBe(entry.files.length > 1);
    }
    expect(library.some(({ media_type }) => media_type === "gallery")).toBe(true);
    const files = await read<{ type: string }[]>(creator, "/files?limit=-1&fields=type");
    expect(files).toHaveLength(fileCount);
    for (const { type } of files) expect(type).toMatch(/^(image|video)\//);

    const profile = await readProfile(creator);
    expect(profile).toMatchObject({
      connection_status: "connected",
      scrape_status: "success",
      scrape_error: null,
      last_scraped_at: expect.any(String),
      profile_data: { posts: 45, followers: expect.any(Number), earnings: expect.any(String) },
    });
    const snapshots = await read<object[]>(creator, "/items/profile_snapshots");
    expect(snapshots).toMatchObject([{ posts: 45 }]);

    const edited = "changed by its creator";
    await database.query("update scraped_media set caption = $1 where permalink = $2", [
      edited,
      library[0]?.permalink,
    ]);
    const second = await scrape(creator);
    expect(second.result).toMatchObject({ posts_new: 0, media_saved: 0, media_failed: 0 });
    expect(second.result?.["posts_seen"]).toBeLessThan(45);
    const again = await read<Entry[]>(creator, entries);
    expect(again).toHaveLength(45);
    expect(again.find(({ permalink }) => permalink === library[0]?.permalink)?.caption).toBe(
      edited,
    );
    expect(await read<object[]>(creator, "/files?limit=-1&fields=id")).toHaveLength(fileCount);
    const sessions = await read<object[]>(creator, "/items/platform_sessions");
    expect(sessions).toMatchObject([{ status: "active", captured_by: "password_login" }]);
    expect(await tracesOf(database, account.password)).toEqual([]);

    // Work that was killed before it could make these entries has left their files.
    const { rowCount } = await database.query(
      `delete from scraped_media where id in
         (select id from scraped_media where creator_profile_id = $1 order by published_at limit 10)`,
      [creator.profileId],
    );
    expect(rowCount).toBe(10);
    await database.query("delete from forgotten_posts where creator_profile_id = $1", [
      creator.profileId,
    ]);
    await database.query(
      "update creator_profiles set posts_read_whole_at = now() - interval '8 days' where id = $1",
      [creator.profileId],
    );
    const third = await scrape(creator);
    expect(third.result).toMatchObject({ posts_seen: 45, posts_new: rowCount, media_bytes: 0 });
    expect(await read<Entry[]>(creator, entries)).toHaveLength(45);
    expect(await read<object[]>(creator, "/files?limit=-1&fields=id")).toHaveLength(fileCount);
  }, 400_000);

  it("says that the password is wrong, and writes nothing else", async () => {
    const { username } = await createSandboxAccount({ posts: 3 });
    const creator = await createCreator({ username, password: "not the password" });
    const job = await scrape(creator);
    expect(job).toMatchObject({ status: "failed", attempts: 1, error: expect.any(String) });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "needs_login",
      scrape_status: "error",
      scrape_error: job.error,
      last_scraped_at: null,
      profile_data: null,
    });
    expect(await read<object[]>(creator, "/items/scraped_media")).toEqual([]);
    expect(await read<object[]>(creator, "/items/platform_sessions")).toEqual([]);
    expect(await read<object[]>(creator, "/items/profile_snapshots")).toEqual([]);
  });

  it("signs in again with the password when the session has ended", async () => {
    const account = await createSandboxAccount({ posts: 3 });
    const creator = await createCreator(account);
    expect(await scrape(creator)).toMatchObject({ status: "completed" });
    await sandboxAdmin("POST", "/faults", { kind: "drop_sessions", username: account.username });
    expect(await scrape(creator)).toMatchObject({ status: "completed", attempts: 1 });
    expect(await readProfile(creator)).toMatchObject({ connection_status: "connected" });
    const sessions = await read<object[]>(creator, "/items/platform_sessions?sort=captured_at");
    expect(sessions).toMatchObject([
      { status: "expired", ended_at: expect.any(String) },
      { status: "active", ended_at: null },
    ]);
  });

  it("tries again while the platform is busy, then says so, and stays connected", async () => {
    const account = await createSandboxAccount({ posts: 3 });
    const creator = await createCreator(account);
    expect(await scrape(creator)).toMatchObject({ status: "completed" });
    const busy = { kind: "rate_limited", path: `/@${account.username}*`, times: "always" };
    await sandboxAdmin("POST", "/faults", { ...busy, retry_after_seconds: 1 });
    const job = await scrape(creator);
    expect(job).toMatchObject({ status: "failed", attempts: 3, error: expect.any(String) });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "connected",
      scrape_status: "error",
      scrape_error: job.error,
    });
    expect(await read<object[]>(creator, "/items/scraped_media")).toHaveLength(3);
  });
});
