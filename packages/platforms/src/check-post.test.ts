import { describe, expect, it } from "vitest";
import { type CheckedFile, mediaKindOf } from "./check-file.ts";
import { checkPost } from "./check-post.ts";
import type { Platform } from "./platform.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

const sandbox = sandboxPlatform("http://sandbox.localhost:1");
const megabyte = 1024 * 1024;
const picture: CheckedFile = { name: "beach.jpg", mime: "image/jpeg", sizeBytes: 1000 };

const check = (post: { caption?: string; files?: (CheckedFile | null)[] }, platform = sandbox) =>
  checkPost(platform, { caption: "", files: [], rating: "general", ...post });

const withLimits = (limits: Partial<Platform["limits"]>): Platform => ({
  ...sandbox,
  limits: { ...sandbox.limits, ...limits },
});

describe("mediaKindOf", () => {
  it.each([
    ["image/png", "image"],
    ["video/mp4", "video"],
    ["application/pdf", null],
    [null, null],
  ])("%s is %s", (mime, kind) => {
    expect(mediaKindOf(mime)).toBe(kind);
  });
});

describe("checkPost", () => {
  it("takes a caption alone, a file alone and both", () => {
    expect(check({ caption: "hello" })).toEqual([]);
    expect(check({ files: [picture] })).toEqual([]);
    expect(check({ caption: "hello", files: [picture] })).toEqual([]);
  });

  it("takes a caption at the limit and refuses one over", () => {
    expect(check({ caption: "🧞".repeat(500) })).toEqual([]);
    expect(check({ caption: "🧞".repeat(512) })).toEqual([
      "This caption has 512 characters; Sandbox takes 500. Shorten it.",
    ]);
  });

  it("refuses a post that is empty", () => {
    const nothing = "There is nothing to post. Write a caption, or choose a picture or a video.";
    expect(check({})).toEqual([nothing]);
    expect(check({ caption: " \n" })).toEqual([nothing]);
  });

  it("wants a file where a caption alone is no post", () => {
    expect(check({ caption: "hello" }, withLimits({ captionAlone: false }))).toEqual([
      "A post on Sandbox needs a picture or a video. Choose one.",
    ]);
  });

  it("takes as many files as allowed and refuses one more", () => {
    expect(check({ files: Array.from({ length: 4 }, () => picture) })).toEqual([]);
    expect(check({ files: Array.from({ length: 5 }, () => picture) })).toEqual([
      "This post has 5 files; Sandbox takes 4. Remove some of them.",
    ]);
  });

  it("takes a file at the limit of its kind and refuses one byte over", () => {
    expect(check({ files: [{ ...picture, sizeBytes: 10 * megabyte }] })).toEqual([]);
    expect(check({ files: [{ ...picture, sizeBytes: 10 * megabyte + 1 }] })).toEqual([
      '"beach.jpg" has 10.1 MB; Sandbox takes 10 MB. Choose a smaller one.',
    ]);
    const video = { name: "a.mp4", mime: "video/mp4", sizeBytes: 20 * megabyte };
    expect(check({ files: [video] })).toEqual([]);
  });

  it.each([
    ["video/quicktime", "video/quicktime"],
    ["application/pdf", "application/pdf"],
    [null, "of an unknown type"],
  ])("refuses a file of type %s", (mime, said) => {
    expect(check({ files: [{ ...picture, mime }] })).toEqual([
      `Sandbox does not take "beach.jpg", which is ${said}. It takes image/jpeg, image/png, image/webp, image/gif, video/mp4.`,
    ]);
  });

  it("refuses a kind that the platform has not at all", () => {
    const videoless = withLimits({ media: { image: { maxBytes: 1, mimeTypes: ["image/png"] } } });
    const video = { name: "a.mp4", mime: "video/mp4", sizeBytes: 1 };
    expect(check({ files: [video] }, videoless)).toEqual([
      'Sandbox does not take "a.mp4", which is video/mp4. It takes image/png.',
    ]);
  });

  it("refuses media whose file is missing", () => {
    expect(check({ caption: "hello", files: [null] })).toEqual([
      "The file of one of the chosen media is missing. Choose another picture or video.",
    ]);
  });

  it("says everything that is wrong, and no part of the caption", () => {
    const sentences = check({
      caption: "secret ".repeat(100),
      files: [...Array.from({ length: 4 }, () => picture), { ...picture, mime: "image/svg+xml" }],
    });
    expect(sentences).toHaveLength(3);
    expect(sentences.join(" ")).not.toContain("secret");
  });
});
