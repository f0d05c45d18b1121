import { describe, expect, it } from "vitest";
import { describeLimits } from "./describe-limits.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

const { name, limits } = sandboxPlatform("http://sandbox.localhost:1");

describe("describeLimits", () => {
  it("says all that a post is held against", () => {
    expect(describeLimits({ name, limits })).toEqual([
      "A caption on Sandbox has 500 characters at most.",
      "A post has 4 files at most; it may have none.",
      "Pictures: image/jpeg, image/png, image/webp, image/gif; 10 MB.",
      "Videos: video/mp4; 50 MB.",
      "Posts may be general, suggestive, nudity, explicit.",
    ]);
  });

  it("says what is rarer, too", () => {
    const rare = describeLimits({
      name,
      limits: {
        ...limits,
        caption: { most: 300, countedIn: "graphemes", linkLength: 23 },
        mixesMedia: false,
        captionAlone: false,
        media: {
          image: {
            maxBytes: 1_000_000,
            mimeTypes: ["image/jpeg"],
            most: 2,
            maxPixels: 33_200_000,
            maxSide: 4000,
          },
        },
        altTextLength: 1500,
        hashtags: 5,
        takesLinks: false,
        forbiddenWords: ["x"],
      },
    });
    expect(rare).toEqual([
      "A caption on Sandbox has 300 characters at most, where each web address counts 23.",
      "A post has 4 files at most, pictures or videos and not both; it needs one.",
      "Pictures: image/jpeg; 1 MB; 2 in a post; 33.2 megapixels; 4000 pixels a side.",
      "Videos are not taken.",
      "The description of a picture has 1500 characters at most.",
      "A caption has 5 hashtags at most.",
      "Web addresses in a caption are refused.",
      "Some words are refused.",
      "Posts may be general, suggestive, nudity, explicit.",
    ]);
  });
});
