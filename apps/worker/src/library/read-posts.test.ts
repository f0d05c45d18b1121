import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { PlatformPost } from "@genie/platforms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeAccount, profileId } from "../testing/fake-account.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import { readPosts, readUntil } from "./read-posts.ts";

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const { signal } = new AbortController();

describe("readPosts", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "genie-posts-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Reads pages of two posts, one a day, the newest of `days` first. */
  async function read(
    { library }: ReturnType<typeof fakeLibrary>,
    days: number[],
    { until = null, dieAfter = Number.NaN }: { until?: Date | null; dieAfter?: number } = {},
  ) {
    const pages: number[][] = [];
    async function* listPosts() {
      for (let at = 0; at < days.length; at += 2) {
        if (pages.length === dieAfter) throw new AppError("upstream_unavailable", "It died.");
        yield days.slice(at, at + 2).map(post);
      }
    }
    const { withAccount, services } = fakeAccount({ session: true, adapter: { listPosts } });
    const counts = { posts_seen: 0, posts_new: 0, media_saved: 0, media_failed: 0, media_bytes: 0 };
    const done = withAccount(profileId, signal, (account) =>
      readPosts({ library, folder, log: services.log }, account, {
        until,
        counts,
        onPage: async () => void pages.push([]),
      }),
    );
    return { ...(await done), pages: pages.length, new: counts.posts_new };
  }

  it("reads all of an account that it does not know", async () => {
    const read1 = await read(fakeLibrary(), [5, 4, 3, 2, 1]);
    expect(read1).toEqual({ newest: day(5), isWhole: true, pages: 3, new: 5 });
    expect(await read(fakeLibrary(), [])).toEqual({
      newest: null,
      isWhole: true,
      pages: 0,
      new: 0,
    });
  });

  it("stops at the first post that an earlier pass has covered", async () => {
    const library = fakeLibrary();
    await read(library, [4, 3, 2, 1]);
    const done = await read(library, [7, 6, 5, 4, 3, 2, 1], { until: day(4) });
    expect(done).toEqual({ newest: day(7), isWhole: false, pages: 2, new: 3 });
  });

  it("leaves no gap after a pass that died half-way, and fetches nothing again", async () => {
    const library = fakeLibrary();
    await read(library, [2, 1]);
    const died = read(library, down(14), { until: day(2), dieAfter: 2 });
    await expect(died).rejects.toMatchObject({ code: "upstream_unavailable" });
    const files = library.files.size;
    expect(files).toBeLessThan(14);
    const done = await read(library, down(15), { until: day(2) });
    expect(done).toMatchObject({ newest: day(15), isWhole: false, new: 15 - files });
    expect(idsOf(library)).toEqual(down(15).map(String).toSorted());
    expect(library.files.size).toBe(15);
  });

  it("does not stop at an old post that is not known", async () => {
    const library = fakeLibrary();
    await read(library, [4, 1]);
    const done = await read(library, [4, 3, 2, 1], { until: day(3) });
    expect(done).toMatchObject({ isWhole: false, pages: 2, new: 2 });
  });
});

describe("readUntil", () => {
  const { library } = fakeLibrary();
  const profile = (change: Partial<WorkerProfile>): WorkerProfile => ({
    id: profileId,
    ownerId: profileId,
    platform: "fake",
    username: "demo",
    credentials: null,
    connection: "connected",
    platformLimits: null,
    postsReadUntil: day(10),
    postsReadWholeAt: day(11),
    ...change,
  });

  it.each([
    ["never read", { postsReadUntil: null, postsReadWholeAt: null }, day(12), null],
    ["never read to the end", { postsReadWholeAt: null }, day(12), null],
    ["read whole a week ago", {}, day(18), day(10)],
    ["read whole more than a week ago", {}, new Date(day(18).getTime() + 1), null],
  ])("an account that was %s", async (_case, change, now, until) => {
    expect(await readUntil(library, profile(change), now)).toEqual(until);
  });

  it("goes as far as posts that lack their picture, which were entered since the last whole pass", async () => {
    const asked: Date[] = [];
    const lacking = (at: Date) => ({
      oldestLacking: async (_id: string, since: Date) => {
        asked.push(since);
        return at;
      },
    });
    expect(await readUntil(lacking(day(3)), profile({}), day(12))).toEqual(day(3));
    expect(await readUntil(lacking(day(12)), profile({}), day(12))).toEqual(day(10));
    expect(asked).toEqual([day(11), day(11)]);
  });
});

/** The days from this one back to the first. */
const down = (newest: number) => Array.from({ length: newest }, (_, index) => newest - index);

const idsOf = ({ entries }: ReturnType<typeof fakeLibrary>) =>
  entries.map(({ platformPostId = "" }) => platformPostId).toSorted();

function post(number: number): PlatformPost {
  return {
    platformPostId: String(number),
    permalink: `https://fake.example/posts/${number}`,
    caption: `caption of ${number}`,
    tags: [],
    publishedAt: day(number),
    likes: 1,
    comments: 1,
    views: 1,
    earnings: null,
    currency: null,
    media: [{ kind: "image", url: `https://fake.example/${number}.jpg`, width: 1, height: 1 }],
  };
}
