import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WatermarkPosition } from "@genie/schema";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import type { Mark } from "../mark.ts";
import { type Area, contrastOf } from "../testing/contrast-of.ts";
import { useFolder } from "../testing/use-folder.ts";
import { watermarkPicture } from "./watermark-picture.ts";

const folder = useFolder();
const mark: Mark = {
  text: "@demo",
  position: "bottom-right",
  opacity: 0.8,
  scale: 0.4,
  margin: 0.03,
  tile: false,
};
const grey = { create: { width: 400, height: 300, channels: 3, background: "#808080" } } as const;
const whole = { left: 0, top: 0, width: 400, height: 300 };

let count = 0;

async function store(picture: Buffer | Sharp): Promise<string> {
  count += 1;
  const path = join(folder, `${count}`);
  await writeFile(path, Buffer.isBuffer(picture) ? picture : await picture.toBuffer());
  return path;
}

async function watermark(picture: Buffer | Sharp, options: Partial<Mark> = {}) {
  const input = await store(picture);
  return watermarkPicture({ input, output: `${input}-made`, mark: { ...mark, ...options } });
}

describe("watermarkPicture", () => {
  it.each([
    ["jpeg", "image/jpeg"],
    ["png", "image/png"],
    ["webp", "image/webp"],
    ["gif", "image/png"],
    ["avif", "image/webp"],
  ] as const)("keeps the size of a %s, and makes %s", async (format, mime) => {
    const made = await watermark(sharp(grey).toFormat(format));
    expect(made).toMatchObject({ mime, width: 400, height: 300, durationS: null });
    expect(made.path).toMatch(new RegExp(`\\.${made.extension}$`));
    expect(await sharp(made.path).metadata()).toMatchObject({ width: 400, height: 300 });
  });

  it.each<[WatermarkPosition, number, number]>([
    ["top-left", 0, 0],
    ["top-right", 1, 0],
    ["bottom-left", 0, 1],
    ["bottom-right", 1, 1],
  ])("puts the text %s and leaves the other quarters as they were", async (position, x, y) => {
    const { path } = await watermark(sharp(grey).png(), { position });
    for (const [left, top] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const area = { left: left * 200, top: top * 150, width: 200, height: 150 };
      const isMarked = (await contrastOf(path, area)) > 20;
      expect(isMarked, `${left} ${top}`).toBe(left === x && top === y);
    }
  });

  it("keeps the margin free", async () => {
    const { path } = await watermark(sharp(grey).png(), { margin: 0.2, scale: 0.5 });
    expect(await contrastOf(path, { left: 342, top: 0, width: 58, height: 300 })).toBe(0);
    expect(await contrastOf(path, { left: 0, top: 242, width: 400, height: 58 })).toBe(0);
    expect(await contrastOf(path, whole)).toBeGreaterThan(20);
  });

  it("is all over the picture when it is tiled", async () => {
    const { path } = await watermark(sharp(grey).png(), { tile: true, scale: 0.15 });
    const quarters: Area[] = [0, 200].flatMap((left) =>
      [0, 150].map((top) => ({ left, top, width: 200, height: 150 })),
    );
    for (const quarter of quarters) expect(await contrastOf(path, quarter)).toBeGreaterThan(20);
  });

  it("lays a picture over, as wide as was asked and seen through", async () => {
    const red = { create: { width: 50, height: 50, channels: 3, background: "#f00" } } as const;
    const imagePath = await store(sharp(red).png());
    const input = sharp({ ...grey }).png();
    const options = { text: undefined, imagePath, position: "top-left", margin: 0 } as const;
    const { path } = await watermark(input, { ...options, scale: 0.25, opacity: 0.5 });
    const { data } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    const red50 = (x: number, y: number) => [
      ...data.subarray((y * 400 + x) * 3, (y * 400 + x) * 3 + 3),
    ];
    expect(red50(50, 50)[0]).toBeCloseTo(192, -1);
    expect(red50(50, 50)[1]).toBeCloseTo(64, -1);
    expect(red50(99, 99)[0]).toBeGreaterThan(180);
    expect(red50(101, 101)).toEqual([128, 128, 128]);
  });

  it("says so when the picture of the mark is none", async () => {
    const imagePath = await store(Buffer.from("<svg/>"));
    const made = watermark(sharp(grey).png(), { text: undefined, imagePath });
    await expect(made).rejects.toThrow(/picture of the watermark/);
  });

  it("is fainter with less opacity", async () => {
    const faint = await watermark(sharp(grey).png(), { opacity: 0.1 });
    const strong = await watermark(sharp(grey).png(), { opacity: 1 });
    const [less, more] = [
      await contrastOf(faint.path, whole),
      await contrastOf(strong.path, whole),
    ];
    expect(less).toBeGreaterThan(0);
    expect(more).toBeGreaterThan(3 * less);
  });

  it("takes a text of markup and many words literally, and keeps it on the picture", async () => {
    const text = `</span> <b>&amp; "Jane" only for her subscribers, and for nobody else at all`;
    const marked = await watermark(sharp(grey).png(), { text, scale: 1 });
    expect(marked).toMatchObject({ width: 400, height: 300 });
  });

  it("turns the picture upright and drops what the camera wrote about place and owner", async () => {
    const source = sharp(grey)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: "Jane" }, IFD3: { GPSLatitude: "52/1 30/1 0/1" } })
      .jpeg();
    const { path, width, height } = await watermark(source);
    expect({ width, height }).toEqual({ width: 300, height: 400 });
    const metadata = await sharp(path).metadata();
    expect(metadata).toMatchObject({ width: 300, height: 400 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
  });

  it("says so when there is no room for a text", async () => {
    await expect(watermark(sharp(grey).resize(20, 20).png())).rejects.toThrow(/too small/);
    const narrow = sharp(grey).resize(32, 1000, { fit: "fill" }).png();
    expect(await watermark(narrow, { scale: 1 })).toMatchObject({ width: 32 });
    expect(await watermark(narrow, { scale: 1, tile: true })).toMatchObject({ width: 32 });
  });
});
