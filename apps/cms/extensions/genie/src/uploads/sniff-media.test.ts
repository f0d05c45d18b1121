import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { sniffMedia } from "./sniff-media.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const box = (brand: string) =>
  Buffer.concat([hex("00000018"), Buffer.from("ftyp"), Buffer.from(brand), Buffer.alloc(12)]);
const media: [string, string, Buffer][] = [
  ["image/jpeg", "jpg", hex("ffd8ffe000104a46494600")],
  ["image/png", "png", hex("89504e470d0a1a0a0000000d49484452")],
  ["image/gif", "gif", Buffer.from("GIF89a")],
  [
    "image/webp",
    "webp",
    Buffer.concat([Buffer.from("RIFF"), Buffer.alloc(4), Buffer.from("WEBPVP8 ")]),
  ],
  ["image/avif", "avif", box("avif")],
  ["video/mp4", "mp4", box("isom")],
  ["video/quicktime", "mov", box("qt  ")],
];

const sniff = (content: Buffer, filename: string, chunk = 3) => {
  const chunks = Array.from({ length: Math.ceil(content.length / chunk) }, (_value, index) =>
    content.subarray(index * chunk, (index + 1) * chunk),
  );
  return sniffMedia(Readable.from(chunks), filename);
};

describe("sniffMedia", () => {
  it.each(media)("knows %s, names it .%s and passes every byte on", async (type, ext, head) => {
    const content = Buffer.concat([head, Buffer.alloc(10_000, 7)]);
    const found = await sniff(content, "name.html");
    expect([found.type, found.filename]).toEqual([type, `name.${ext}`]);
    expect((await buffer(found.stream)).equals(content)).toBe(true);
  });

  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["HTML", "<!doctype html>"],
    ["PDF", "%PDF-1.7"],
    ["text", "hello"],
    ["a playlist", "#EXTM3U"],
    ["nothing", ""],
  ])("refuses %s", async (_what, text) => {
    await expect(sniff(Buffer.from(text), "picture.png")).rejects.toThrow(
      "picture.png is not a picture or video that can be stored here.",
    );
  });

  it.each([
    ["../../etc/passwd", "passwd.gif"],
    ["a\u0000b\r\nc.svg", "abc.gif"],
    ["", "upload.gif"],
    [".htaccess", ".htaccess.gif"],
    ["two.dots.exe", "two.dots.gif"],
  ])("makes a safe name of %j", async (filename, expected) => {
    const found = await sniff(Buffer.from("GIF89a"), filename);
    expect(found.filename).toBe(expected);
  });
});
