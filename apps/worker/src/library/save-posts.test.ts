import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import type { PlatformPost } from "@genie/platforms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeAccount, platform, profileId } from "../testing/fake-account.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import type { LibraryRecords } from "./library-records.ts";
import { savePosts } from "./save-posts.ts";

describe("savePosts", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "genie-downloads-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function save(
    posts: PlatformPost[],
    library: LibraryRecords,
    given: Parameters<typeof fakeAccount>[0] = {},
  ) {
    const { withAccount, services, browser } = fakeAccount({ session: true, ...given });
    const counts = {
      posts_seen: 0,
      posts_new: 0,
      media_saved: 0,
      media_failed: 0,
      media_bytes: 0,
    };
    const { signal } = new AbortController();
    await withAccount(profileId, signal, (account) =>
      savePosts({ library, folder, log: services.log }, account, posts, counts),
    );
    return { ...counts, browsers: browser.started };
  }

  it("starts no browser where files are read without one, and leaves out what is too large", async () => {
    const { library, files } = fakeLibrary();
    const image = { maxBytes: "https://fake.example/a.jpg".length, mimeTypes: ["image/jpeg"] };
    const counts = await save([post("1", ["a.jpg", "much-longer.jpg"])], library, {
      platform: { connectBy: ["token"], limits: { ...platform.limits, media: { image } } },
      adapter: { openMedia: async (_context, { url }) => bytesOf(url) },
    });
    expect(counts).toMatchObject({ browsers: 0, media_saved: 1, media_failed: 1, posts_new: 1 });
    expect(files.size).toBe(1);
  });

  it("brings nothing back that its owner has deleted", async () => {
    const { library, entries, files, forgotten } = fakeLibrary();
    forgotten.add("2");
    const counts = await save([post("1", ["a.jpg"]), post("2", ["b.jpg"])], library);
    expect(counts).toMatchObject({ posts_seen: 2, posts_new: 1, media_saved: 1 });
    expect(entries.map(({ platformPostId }) => platformPostId)).toEqual(["1"]);
    expect(files.size).toBe(1);
  });

  it("makes an entry of each post, with its files in order", async () => {
    const { library, entries, files } = fakeLibrary();
    const counts = await save(
      [post("1", ["a.jpg"]), post("2", ["b.jpg", "c.jpg"]), post("3", [])],
      library,
    );
    expect(counts).toMatchObject({
      posts_seen: 3,
      posts_new: 3,
      media_saved: 3,
      media_failed: 0,
      media_bytes: 3 * "https://fake.example/a.jpg".length,
    });
    const [first, second, third] = entries.toSorted((a, b) =>
      (a.platformPostId ?? "").localeCompare(b.platformPostId ?? ""),
    );
    expect(first).toMatchObject({
      profileId,
      source: "scraped",
      mediaType: "image",
      caption: "caption of 1",
      tags: ["tag"],
      likes: 5,
      published_at: "2026-11-01T00:00:00.000Z",
      width: 640,
    });
    expect(second).toMatchObject({ mediaType: "gallery" });
    expect(second?.fileIds.map((id) => files.get(id)?.content)).toEqual([
      "https://fake.example/b.jpg",
      "https://fake.example/c.jpg",
    ]);
    expect(second?.fileIds.map((id) => files.get(id)?.name)).toEqual(["fake-2-1", "fake-2-2"]);
    expect(third).toMatchObject({ mediaType: "gallery", fileIds: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  it("takes only new figures of a post that it has", async () => {
    const { library, entries, figures } = fakeLibrary();
    await save([post("1", ["a.jpg"])], library);
    const counts = await save([{ ...post("1", ["a.jpg"]), likes: 9, caption: "changed" }], library);
    expect(counts).toMatchObject({ posts_seen: 1, posts_new: 0, media_saved: 0, media_failed: 0 });
    expect(entries).toMatchObject([{ caption: "caption of 1", likes: 5 }]);
    expect(figures).toEqual([
      {
        mediaId: entries[0]?.id,
        likes: 9,
        comments: null,
        views: null,
        earnings: "1.50",
        currency: "EUR",
        permalink: "https://fake.example/posts/1",
        published_at: "2026-11-01T00:00:00.000Z",
      },
    ]);
  });

  it.each(["broken.jpg", "refused.jpg"])(
    "keeps a post without a file that can't be had (%s), and counts it",
    async (name) => {
      const { library, entries, files } = fakeLibrary();
      const counts = await save([post("1", [name]), post("2", ["a.jpg"])], library);
      expect(counts).toMatchObject({
        posts_seen: 2,
        posts_new: 2,
        media_saved: 1,
        media_failed: 1,
      });
      expect(entries).toHaveLength(2);
      expect(files.size).toBe(1);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it("tries a missing file again the next time", async () => {
    const { library, entries } = fakeLibrary();
    await save([post("1", ["broken.jpg"])], library);
    const counts = await save([post("1", ["whole.jpg"])], library);
    expect(counts).toMatchObject({ posts_seen: 1, posts_new: 0, media_saved: 1, media_failed: 0 });
    expect(entries).toMatchObject([{ fileIds: [expect.any(String)] }]);
  });

  it("asks nothing for figures that are as they were", async () => {
    const { library, figures } = fakeLibrary();
    await save([post("1", [])], library);
    await save([{ ...post("1", []), earnings: "1.5" }], library);
    expect(figures).toEqual([]);
  });

  it("uses the files that work which was cut off has stored", async () => {
    const { library, entries, files } = fakeLibrary();
    const left = new Blob(["stored before"]);
    const id = await library.upload({ ownerId: "x", name: "fake-1-1", bytes: left });
    const counts = await save([post("1", ["a.jpg", "b.jpg"])], library);
    expect(counts).toMatchObject({ posts_new: 1, media_saved: 2 });
    expect(entries[0]?.fileIds).toHaveLength(2);
    expect(entries[0]?.fileIds[0]).toBe(id);
    expect(files.size).toBe(2);
    // The file of an entry is no left-over, whatever its name.
    await save([{ ...post("1", []), platformPostId: "2" }, post("3", ["c.jpg"])], library);
    expect(files.size).toBe(3);
  });

  it("adds what another reading has not added meanwhile", async () => {
    const { library, entries, files } = fakeLibrary();
    const other: LibraryRecords = {
      ...library,
      upload: async (file) => {
        if (entries.length === 0) await save([post("1", [])], library);
        return library.upload(file);
      },
    };
    const counts = await save([post("1", ["a.jpg"]), post("2", ["b.jpg"])], other);
    expect(counts).toMatchObject({ posts_seen: 2, posts_new: 1, media_saved: 1 });
    expect(entries.map(({ platformPostId }) => platformPostId)).toEqual(["1", "2"]);
    expect([...files.values()].map(({ name }) => name)).toEqual(["fake-2-1"]);
  });

  it("leaves no file without an entry, and keeps the posts that were ready", async () => {
    const { library, entries, files } = fakeLibrary();
    const away = new AppError("upstream_unavailable", "Directus is away.");
    const broken = { ...library, addAll: () => Promise.reject(away) };
    await expect(save([post("1", ["a.jpg", "b.jpg"])], broken)).rejects.toBe(away);
    expect(files.size).toBe(0);

    const half: LibraryRecords = {
      ...library,
      upload: (file) => (file.name === "fake-1-2" ? Promise.reject(away) : library.upload(file)),
    };
    const posts = [post("1", ["a.jpg", "b.jpg"]), post("2", ["c.jpg"])];
    await expect(save(posts, half)).rejects.toBe(away);
    expect(entries.map(({ platformPostId }) => platformPostId)).toEqual(["2"]);
    expect([...files.keys()]).toEqual(entries[0]?.fileIds);
  });

  it("keeps files whose entry is there although its answer was lost", async () => {
    const { library, entries, files } = fakeLibrary();
    const away = new AppError("upstream_unavailable", "Directus is away.");
    const lost: LibraryRecords = {
      ...library,
      addAll: async (media) => {
        await library.addAll(media);
        throw away;
      },
    };
    await expect(save([post("1", ["a.jpg"])], lost)).rejects.toBe(away);
    expect([...files.keys()]).toEqual(entries[0]?.fileIds);
  });
});

function post(platformPostId: string, names: string[]): PlatformPost {
  return {
    platformPostId,
    permalink: `https://fake.example/posts/${platformPostId}`,
    caption: `caption of ${platformPostId}`,
    tags: ["tag"],
    publishedAt: new Date("2026-11-01T00:00:00Z"),
    likes: 5,
    comments: null,
    views: null,
    earnings: "1.50",
    currency: "EUR",
    media: names.map((name) => ({
      kind: "image",
      url: `https://fake.example/${name}`,
      width: 640,
      height: 480,
    })),
  };
}

async function* bytesOf(url: string) {
  yield Buffer.from(url);
}
