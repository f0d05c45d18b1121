import { describe, expect, it } from "vitest";
import { limitsOf } from "./account-limits.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

const sandbox = sandboxPlatform("http://sandbox.localhost:1");

describe("limitsOf", () => {
  it("takes what the account's server says, and keeps what it does not", () => {
    const said = {
      captionLength: 2000,
      linkLength: 23,
      mediaCount: 8,
      altTextLength: 1500,
      image: { maxBytes: 5, maxPixels: 7 },
      video: { mimeTypes: ["video/webm"] },
      unheardOf: true,
    };
    const { image, video } = sandbox.limits.media;
    expect(limitsOf(sandbox, said)).toEqual({
      ...sandbox.limits,
      caption: { ...sandbox.limits.caption, most: 2000, linkLength: 23 },
      mediaCount: 8,
      altTextLength: 1500,
      media: {
        image: { ...image, maxBytes: 5, maxPixels: 7 },
        video: { ...video, mimeTypes: ["video/webm"] },
      },
    });
  });

  it.each([[null], [undefined], [{}], ["text"], [{ captionLength: -1 }], [{ image: 5 }]])(
    "is the platform's own with %j",
    (stored) => {
      expect(limitsOf(sandbox, stored)).toEqual(sandbox.limits);
    },
  );

  it("gives a platform no kind of media that it has not", () => {
    const { image } = sandbox.limits.media;
    const pictures = {
      ...sandbox,
      limits: { ...sandbox.limits, media: { ...(image && { image }) } },
    };
    expect(limitsOf(pictures, { video: { maxBytes: 5 } }).media).toEqual({ image });
  });
});
