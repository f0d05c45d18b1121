import { describe, expect, it } from "vitest";
import { firstMetadata } from "./first-metadata.ts";

const owner = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001";
const limits = { owner, maxBytes: 1000 };

describe("firstMetadata", () => {
  it.each([
    ["holiday.MOV", "video/quicktime", "holiday.mov"],
    ["clip.m4v", "video/x-m4v", "clip.mp4"],
    ["page.html", "image/png", "page.png"],
    ["../../etc/passwd", "", "passwd.bin"],
    ["no-ending", "application/octet-stream", "no-ending.bin"],
  ])("calls %s, said to be %j, %s until its bytes are seen", (name, type, expected) => {
    const metadata = { filename_download: name, type };
    expect(firstMetadata({ id: "1", size: 10, metadata }, limits)).toMatchObject({
      filename_download: expected,
      title: name,
      owner,
    });
  });

  it("takes as much as allowed and not a byte more", () => {
    const metadata = { filename_download: "a.mp4", type: "video/mp4" };
    const of = (size: number) => () => firstMetadata({ id: "1", size, metadata }, limits);
    expect(of(1000)).not.toThrow();
    expect(of(1001)).toThrow("a.mp4 is larger than");
  });
});
