import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { hostileFiles } from "../testing/hostile-files.ts";
import { avif, gif, jpegHead, mp4, png, webp } from "../testing/pictures.ts";
import { sniffMedia } from "./sniff-media.ts";

const media: [type: string, extension: string, head: Buffer][] = [
  ["image/jpeg", "jpg", jpegHead()],
  ["image/png", "png", png()],
  ["image/gif", "gif", gif()],
  ["image/webp", "webp", webp()],
  ["image/avif", "avif", avif()],
  ["video/mp4", "mp4", mp4()],
  ["video/mp4", "mp4", mp4(64, "M4V ")],
  ["video/quicktime", "mov", mp4(64, "qt  ")],
];

const sniff = (content: Buffer, filename: string, chunk = 3000, most = 5_000_000) => {
  const chunks = Array.from({ length: Math.ceil(content.length / chunk) }, (_value, index) =>
    content.subarray(index * chunk, (index + 1) * chunk),
  );
  return sniffMedia(Readable.from(chunks), filename, most);
};

const passedOn = async (content: Buffer, most: number) =>
  buffer((await sniff(content, "a.mp4", 3000, most)).stream);

describe("sniffMedia", () => {
  it.each(media)("knows %s, names it .%s and passes every byte on", async (type, ext, head) => {
    const content = Buffer.concat([head, Buffer.alloc(10_000, 7)]);
    const found = await sniff(content, "name.html", 3);
    expect([found.type, found.filename]).toEqual([type, `name.${ext}`]);
    expect((await buffer(found.stream)).equals(content)).toBe(true);
  });

  it.each([
    ["no metadata", 0],
    ["some", 50_000],
    ["the thumbnails, profiles and masks of a studio", 900_000],
  ])("passes a JPEG with %s on whole", async (_what, metadataBytes) => {
    const content = jpegHead({ width: 8000, height: 6000 }, metadataBytes);
    const found = await sniff(content, "a.jpg");
    expect((await buffer(found.stream)).equals(content)).toBe(true);
  });

  it.each(hostileFiles)("refuses %s", async (_what, content, sentence) => {
    await expect(sniff(content, "picture.png")).rejects.toThrow(sentence("picture.png"));
  });

  it.each([
    ["one byte", 10_001],
    ["much", 100_000],
  ])(
    "passes a file on that is as long as allowed, and none that is %s longer",
    async (_by, size) => {
      expect((await passedOn(mp4(10_000), 10_000)).equals(mp4(10_000))).toBe(true);
      await expect(passedOn(mp4(size), 10_000)).rejects.toThrow("a.mp4 is larger than");
    },
  );

  it("refuses nothing at all", async () => {
    await expect(sniff(Buffer.alloc(0), "picture.png")).rejects.toThrow("is not a picture");
  });

  it.each([
    ["../../etc/passwd", "passwd.gif"],
    ["a\u0000b\r\nc.svg", "abc.gif"],
    ["", "upload.gif"],
    [".htaccess", ".htaccess.gif"],
    ["two.dots.exe", "two.dots.gif"],
    [`${"a".repeat(199)}🏖.gif`, `${"a".repeat(199)}.gif`],
  ])("makes a safe name of %j", async (filename, expected) => {
    const found = await sniff(gif(), filename);
    expect(found.filename).toBe(expected);
  });
});
