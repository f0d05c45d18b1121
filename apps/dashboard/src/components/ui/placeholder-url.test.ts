import { rgbaToThumbHash } from "thumbhash";
import { describe, expect, it } from "vitest";
import { placeholderUrl } from "./placeholder-url.ts";

describe("placeholderUrl", () => {
  it("makes a picture of a ThumbHash", () => {
    const red = Array.from({ length: 16 }, () => [255, 0, 0, 255]).flat();
    const hash = Buffer.from(rgbaToThumbHash(4, 4, red)).toString("base64");
    expect(placeholderUrl(hash)).toMatch(/^data:image\/png;base64,/);
  });

  it("makes nothing of what is none", () => {
    expect(placeholderUrl("")).toBeNull();
    expect(placeholderUrl("AAA=")).toBeNull();
    expect(placeholderUrl("<script>")).toBeNull();
  });
});
