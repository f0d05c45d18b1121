import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import type { PlatformPost } from "@genie/platforms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeAccount, profileId } from "../testing/fake-account.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import type { LibraryRecords } from "./library-records.ts";
import { savePosts } from "./save-posts.ts";

describe("savePosts", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "genie-downloads-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function save(posts: PlatformPost[], library: LibraryRecords) {
    const { withAccount, services } = fakeAccount({ session: true });
    const counts = { posts_seen: 0, posts_new: 0, media_saved: 0, media_failed: 0 };
    const { signal } = new AbortController();
    await withAccount(profileId, signal, (account) =>
      savePosts({ library, folder, log: services.log }, account, posts, counts, async () => {}),
    );
    return counts;
  }

  it("makes an entry of each post, with its files in order", async () => {
    const { library, entries, files } = fakeLibrary();
    const counts = await save(
      [post("1", ["a.jpg"]), post("2", ["b.jpg", "c.jpg"]), post("3", [])],
      library,
    );
    expect(counts).toEqual({ posts_seen: 3, posts_new: 3, media_saved: 3, media_failed: 0 });
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
    expect(counts).toEqual({ posts_seen: 1, posts_new: 0, media_saved: 0, media_failed: 0 });
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
      expect(counts).toEqual({ posts_seen: 2, posts_new: 2, media_saved: 1, media_failed: 1 });
      expect(entries).toHaveLength(2);
      expect(files.size).toBe(1);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it("tries a missing file again the next time", async () => {
    const { library, entries } = fakeLibrary();
    await save([post("1", ["broken.jpg"])], library);
    const counts = await save([post("1", ["whole.jpg"])], library);
    expect(counts).toEqual({ posts_seen: 1, posts_new: 0, media_saved: 1, media_failed: 0 });
    expect(entries).toMatchObject([{ fileIds: [expect.any(String)] }]);
  });

  it("leaves no file without an entry", async () => {
    const { library, files } = fakeLibrary();
    const away = new AppError("upstream_unavailable", "Directus is away.");
    const broken = { ...library, add: () => Promise.reject(away) };
    await expect(save([post("1", ["a.jpg", "b.jpg"])], broken)).rejects.toBe(away);
    expect(files.size).toBe(0);

    const other = { ...library, add: async () => "exists" as const };
    const counts = await save([post("1", ["a.jpg"])], other);
    expect(counts).toMatchObject({ posts_new: 0, media_saved: 0 });
    expect(files.size).toBe(0);

    let uploads = 0;
    const half: LibraryRecords = {
      ...library,
      upload: (file) => {
        uploads += 1;
        return uploads === 2 ? Promise.reject(away) : library.upload(file);
      },
    };
    await expect(save([post("1", ["a.jpg", "b.jpg"])], half)).rejects.toBe(away);
    expect(files.size).toBe(0);
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
