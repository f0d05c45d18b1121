import type { MediaFile } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { reasonAgainst } from "./workable.ts";

const file: MediaFile = {
  id: "f",
  mime: "image/jpeg",
  name: "a.jpg",
  sizeBytes: 1,
  width: 1,
  height: 1,
  durationMs: null,
  placeholder: null,
  isPrepared: true,
  problem: null,
  removedMetadata: [],
};

describe("reasonAgainst", () => {
  it.each([
    ["a picture", { kind: "image", file }, null],
    ["a video", { kind: "video", file: { ...file, mime: "video/quicktime" } }, null],
    ["a text post", { kind: "image", file: null }, "noFile"],
    ["several at once", { kind: "gallery", file }, "gallery"],
    ["an animation", { kind: "image", file: { ...file, mime: "image/gif" } }, null],
    ["what we don't read", { kind: "image", file: { ...file, mime: "image/tiff" } }, "format"],
    [
      "what can't be read",
      { kind: "image", file: { ...file, problem: "It is cut off." } },
      "damaged",
    ],
  ] as const)("of %s", (_what, media, reason) => {
    expect(reasonAgainst(media)).toBe(reason);
  });
});
