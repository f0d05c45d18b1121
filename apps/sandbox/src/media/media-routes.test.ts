import { afterAll, beforeAll, expect, it } from "vitest";
import { createBrowser } from "../testing/create-browser.ts";
import { samplePicture, sampleVideo } from "../testing/sample-media.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
let owner: ReturnType<typeof createBrowser>;
let picture: string;
let video: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  owner = createBrowser(sandbox.url);
  await owner.logIn();
  const media = [await samplePicture(), sampleVideo(5000)];
  await owner.submit("/compose", { caption: "Media", media });
  const { body } = await sandbox.admin("GET", "/posts?origin=compose");
  [picture = "", video = ""] = body.posts[0]?.media.map(({ href }) => href) ?? [];
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it("media are for whoever is signed in", async () => {
  const stranger = createBrowser(sandbox.url);
  expect((await stranger.open(picture)).status).toBe(401);
  stranger.cookies.set("sandbox_session", owner.cookies.get("sandbox_session") ?? "");
  expect((await stranger.open(picture)).status).toBe(200);
});

it("every picture of a profile is a JPEG with a small copy", async () => {
  const { body } = await sandbox.admin("GET", "/posts?username=demo");
  const href = body.posts[0]?.media[0]?.href ?? "";
  for (const path of [href, href.replace(".", "-small.")]) {
    const { status, headers } = await owner.open(path);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("image/jpeg");
    expect(headers.get("cache-control")).toBe("private, max-age=86400");
  }
});

it("a part of a video can be asked for", async () => {
  const part = async (Range: string) => {
    const { status, headers, text } = await owner.open(video, { headers: { Range } });
    return [status, headers.get("content-range"), text.length];
  };
  expect(await part("bytes=0-")).toEqual([206, "bytes 0-4999/5000", 5000]);
  expect(await part("bytes=10-19")).toEqual([206, "bytes 10-19/5000", 10]);
  expect(await part("bytes=-100")).toEqual([206, "bytes 4900-4999/5000", 100]);
  expect(await part("bytes=5000-")).toEqual([416, "bytes */5000", 0]);
  const whole = await owner.open(video);
  expect(whole.headers.get("accept-ranges")).toBe("bytes");
  expect(whole.headers.get("content-type")).toBe("video/mp4");
});

it("what has not changed is not sent again", async () => {
  const etag = (await owner.open(picture)).headers.get("etag") ?? "";
  const again = await owner.open(picture, { headers: { "If-None-Match": etag } });
  expect(again).toMatchObject({ status: 304, text: "" });
});

it("what is not there is not found", async () => {
  const names = ["999999.jpg", picture.replace(/^\/media\//, "").replace(".png", ".mp4"), "x.jpg"];
  for (const name of names) expect((await owner.open(`/media/${name}`)).status).toBe(404);
  expect((await owner.open(video.replace(".mp4", "-small.jpg"))).status).toBe(404);
});
