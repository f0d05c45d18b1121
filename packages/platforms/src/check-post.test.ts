import { describe, expect, it } from "vitest";
import { type CheckedFile, mediaKindOf } from "./check-file.ts";
import { type CheckedPost, checkPost } from "./check-post.ts";
import type { Platform } from "./platform.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

const sandbox = sandboxPlatform("http://sandbox.localhost:1");
const megabyte = 1024 * 1024;
const picture: CheckedFile = { name: "beach.jpg", mime: "image/jpeg", sizeBytes: 1000 };

const check = (post: Partial<CheckedPost>, platform = sandbox) =>
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

  const image = { maxBytes: 1000, mimeTypes: ["image/jpeg"] };
  const video = { maxBytes: 1000, mimeTypes: ["video/mp4"] };
  const clip: CheckedFile = { name: "a.mp4", mime: "video/mp4", sizeBytes: 1 };

  it.each<[string, Partial<Platform["limits"]>, Partial<CheckedPost>, string]>([
    [
      "more bytes than fit",
      { caption: { most: 10, countedIn: "graphemes", maxBytes: 20 } },
      { caption: "👩‍🎨👩‍🎨" },
      "This caption has too many signs that take much room; Sandbox can't store it. Shorten it.",
    ],
    [
      "a caption that is too long with what is said before it",
      {
        caption: {
          most: 5,
          countedIn: "graphemes",
          alsoCounts: { option: "warning", called: "warning" },
        },
      },
      { caption: "four", config: { warning: "🧞🧞" } },
      "With its warning, this caption has 6 characters; Sandbox takes 5. Shorten it.",
    ],
    [
      "too many hashtags",
      { hashtags: 1 },
      { caption: "#one #two" },
      "This caption has 2 hashtags; Sandbox takes 1. Remove some of them.",
    ],
    [
      "a web address",
      { takesLinks: false },
      { caption: "see https://a.example" },
      "Sandbox takes no web addresses in a caption. Remove them.",
    ],
    [
      "a word that is not taken",
      { forbiddenWords: ["meet up"] },
      { caption: "Let's Meet up" },
      'Sandbox does not take the word "meet up". Leave it out.',
    ],
    [
      "pictures and a video where that can't be",
      { mixesMedia: false, media: { image, video } },
      { files: [picture, clip] },
      "Sandbox takes pictures or a video in one post, not both. Remove one kind.",
    ],
    [
      "more of a kind than is taken",
      { media: { image, video: { ...video, most: 1 } } },
      { files: [clip, clip] },
      "This post has 2 videos; Sandbox takes one video. Remove some of them.",
    ],
    [
      "too many pixels",
      { media: { image: { ...image, maxPixels: 1_000_000 } } },
      { files: [{ ...picture, width: 1001, height: 1000 }] },
      '"beach.jpg" has 1.1 megapixels; Sandbox takes 1. Choose a smaller one.',
    ],
    [
      "a side that is too long",
      { media: { image: { ...image, maxSide: 1000 } } },
      { files: [{ ...picture, width: 10, height: 1001 }] },
      '"beach.jpg" is 10 by 1001 pixels; Sandbox takes 1000 at most. Choose a smaller one.',
    ],
    [
      "a video that is too long",
      { media: { video: { ...video, maxDurationMs: 60_000 } } },
      { files: [{ ...clip, durationMs: 60_050 }] },
      '"a.mp4" runs 60.1 s; Sandbox takes 60 s. Choose a shorter one.',
    ],
    [
      "a description that is too long",
      { altTextLength: 5 },
      { files: [{ ...picture, altText: "A beach" }] },
      'The description of "beach.jpg" has 7 characters; Sandbox takes 5. Shorten it.',
    ],
    [
      "a rating that is not taken",
      { ratings: ["general", "suggestive"] },
      { caption: "x", rating: "explicit" },
      "Sandbox does not take posts that go this far. Choose other media for it, or leave Sandbox out.",
    ],
  ])("refuses %s", (_what, limits, post, sentence) => {
    expect(check(post, withLimits(limits))).toEqual([sentence]);
  });

  it("does not judge what nobody knows of a file", () => {
    const limits = withLimits({ media: { image: { ...image, maxPixels: 1, maxSide: 1 } } });
    const unknown = { ...picture, sizeBytes: null, width: null, height: 5 };
    expect(check({ files: [unknown] }, limits)).toEqual([]);
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
