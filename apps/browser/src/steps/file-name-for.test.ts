import { expect, it } from "vitest";
import { fileNameFor } from "./file-name-for.ts";

it.each([
  ["sunset.jpg", "image/jpeg", "sunset.jpg"],
  ["sunset.JPEG", "image/jpeg", "sunset.JPEG"],
  ["sunset.heic", "image/jpeg", "sunset.heic.jpg"],
  ["sunset", "image/png", "sunset.png"],
  ["clip.mp4", "video/mp4", "clip.mp4"],
  ["../../etc/passwd", "image/png", "_.._etc_passwd.png"],
  ["..", "image/png", "file.png"],
  ["", "application/x-unknown", "file"],
  ["a\u0000b\n.png", "image/png", "ab.png"],
])("%j of type %s is kept as %j", (name, mime, expected) => {
  expect(fileNameFor(name, mime)).toBe(expected);
});

it("a long name keeps its end and fits the disk", () => {
  const name = fileNameFor(`${"x".repeat(500)}.png`, "image/png");
  expect(name).toMatch(/^x+\.png$/);
  expect(Buffer.byteLength(fileNameFor(`${"日".repeat(300)}.png`, "image/png"))).toBeLessThan(256);
});
