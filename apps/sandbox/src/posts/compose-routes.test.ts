import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alertOf, createBrowser, type Fields } from "../testing/create-browser.ts";
import { samplePicture, sampleVideo } from "../testing/sample-media.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
let owner: ReturnType<typeof createBrowser>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  owner = createBrowser(sandbox.url);
  await owner.logIn();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

async function composed() {
  const { body } = await sandbox.admin("GET", "/posts?username=demo&origin=compose");
  return body;
}

const publish = (caption: string, media: File) => owner.submit("/compose", { caption, media });

describe("compose", () => {
  it("publishes words, a picture and a video, and leads to the permalink", async () => {
    const media = [await samplePicture(), sampleVideo()];
    const before = Date.now();
    const caption = "Two #Files\r\nof mine";
    const done = await owner.submit("/compose", { caption, media, visibility: "subscribers" });
    expect(done).toMatchObject({ status: 303, location: expect.stringMatching(/^\/posts\/\d+$/) });
    const post = (await composed()).posts.at(-1);
    expect(post).toMatchObject({
      permalink: done.location,
      caption: "Two #Files\nof mine",
      visibility: "subscribers",
      tags: ["files"],
      media: [{ kind: "image" }, { kind: "video" }],
    });
    expect(post?.published_at).toBeGreaterThanOrEqual(before);
    expect(post?.published_at).toBeLessThanOrEqual(Date.now());
    const answer = await owner.request(post?.media[0]?.href ?? "");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(
      Buffer.from(await (await samplePicture()).arrayBuffer()),
    );
    expect((await owner.open("/@demo")).text).toContain(`href="${done.location}"`);
  });

  it("counts the caption in code points, and a line end as one", async () => {
    const most = `${"🌅".repeat(499)}\r\n`;
    expect((await owner.submit("/compose", { caption: `a${most}b` })).status).toBe(422);
    expect((await owner.submit("/compose", { caption: `${most}b` })).status).toBe(422);
    expect((await owner.submit("/compose", { caption: most })).status).toBe(303);
    const over = await owner.submit("/compose", { caption: "x".repeat(501) });
    expect(alertOf(over)).toBe("The caption has 501 characters. 500 are allowed.");
    expect(over.text).toContain(`>${"x".repeat(501)}</textarea>`);
  });

  it("says what is wrong, and publishes nothing", async () => {
    const before = (await composed()).posts.length;
    const picture = await samplePicture();
    const broken = new File(["not a picture"], "broken.jpg", { type: "image/jpeg" });
    const large = new File([new Uint8Array(11 * 1024 * 1024)], "large.png");
    const padded = new File([picture, large], "large.png");
    const cases: [Fields, string][] = [
      [{ caption: "  " }, "Write a caption or add a photo or video."],
      [{ media: [1, 2, 3, 4, 5].map(() => picture) }, "There are 5 files. 4 are allowed."],
      [{ media: broken }, "broken.jpg is no photo or MP4 video that can be read."],
      [{ media: padded }, "large.png is too large. A photo may have 10 MB."],
      [{ caption: "x", visibility: "friends" }, "Choose who may see the post."],
    ];
    for (const [fields, sentence] of cases) {
      const page = await owner.submit("/compose", fields);
      expect(page.status).toBe(422);
      expect(alertOf(page)).toBe(sentence);
    }
    expect((await owner.submit("/compose", { caption: "x", csrf: "x" })).status).toBe(403);
    expect((await composed()).posts).toHaveLength(before);
  });

  it("sends a stranger to the log-in page, even with files", async () => {
    const media = sampleVideo(3_000_000);
    const stranger = createBrowser(sandbox.url);
    const body = new FormData();
    body.set("media", media);
    const away = await stranger.open("/compose", { method: "POST", body });
    expect(away).toMatchObject({ status: 303, location: "/login?next=%2Fcompose" });
  });

  it("publishes once for one idempotency key", async () => {
    const fields = { caption: "Only once", idempotency_key: "key-1" };
    const first = await owner.submit("/compose", fields);
    const second = await owner.submit("/compose", fields);
    expect(second).toMatchObject({ status: 303, location: first.location });
    const { posts } = await composed();
    expect(posts.filter((post) => post.caption === "Only once")).toHaveLength(1);
  });

  it("counts a post with the same caption and the same media as a duplicate", async () => {
    const { duplicates } = await composed();
    const red = await samplePicture("red.png", "#ff0000");
    const blue = await samplePicture("blue.png", "#0000ff");
    const first = await publish("Twice", red);
    await publish("Twice", blue);
    await publish("Not twice", red);
    expect((await composed()).duplicates).toBe(duplicates);
    await publish("Twice", red);
    await publish("Twice", red);
    const after = await composed();
    expect(after.duplicates).toBe(duplicates + 2);
    const firstId = first.location?.split("/").at(-1);
    expect(after.posts.at(-1)?.duplicate_of).toBe(firstId);
    expect((await sandbox.admin("GET", "/duplicates")).body).toEqual({ total: duplicates + 2 });
    expect((await sandbox.admin("GET", "/duplicates?username=demo-2fa")).body).toEqual({
      total: 0,
    });
  });
});

it("the same content a day later is no duplicate", async () => {
  let time = Date.UTC(2026, 4, 3);
  await using later = await startTestSandbox({ now: () => time });
  const browser = createBrowser(later.url);
  await browser.logIn();
  await browser.submit("/compose", { caption: "Good morning" });
  time += 24 * 60 * 60 * 1000 + 1;
  await browser.submit("/compose", { caption: "Good morning" });
  expect((await later.admin("GET", "/duplicates")).body).toEqual({ total: 0 });
});
