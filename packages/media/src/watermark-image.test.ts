import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Watermark, watermarkImage, type WatermarkPosition } from "./watermark-image.ts";

const mark: Watermark = { text: "@demo", position: "bottom-right", opacity: 0.8, scale: 0.4 };
const grey = { create: { width: 400, height: 300, channels: 3, background: "#808080" } } as const;

describe("watermarkImage", () => {
  it.each(["jpeg", "png", "webp"] as const)("keeps format and size of a %s", async (format) => {
    const source = await sharp(grey).toFormat(format).toBuffer();
    const picture = await watermarkImage(source, mark);
    expect(picture).toMatchObject({ mime: `image/${format}`, width: 400, height: 300 });
    expect(await sharp(picture.bytes).metadata()).toMatchObject({
      format,
      width: 400,
      height: 300,
    });
  });

  it.each<[WatermarkPosition, number, number]>([
    ["top-left", 0, 0],
    ["top-right", 1, 0],
    ["bottom-left", 0, 1],
    ["bottom-right", 1, 1],
  ])("puts the text %s and leaves the other quarters as they were", async (position, x, y) => {
    const { bytes } = await watermarkImage(await picture(), { ...mark, position });
    for (const [left, top] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const area = { left: left * 200, top: top * 150, width: 200, height: 150 };
      const isMarked = (await contrastOf(bytes, area)) > 20;
      expect(isMarked, `${left} ${top}`).toBe(left === x && top === y);
    }
  });

  it("puts the text in the middle", async () => {
    const { bytes } = await watermarkImage(await picture(), { ...mark, position: "center" });
    expect(
      await contrastOf(bytes, { left: 140, top: 120, width: 120, height: 60 }),
    ).toBeGreaterThan(20);
    expect(await contrastOf(bytes, { left: 0, top: 0, width: 400, height: 60 })).toBe(0);
  });

  it("is fainter with less opacity", async () => {
    const whole = { left: 0, top: 0, width: 400, height: 300 };
    const faint = await watermarkImage(await picture(), { ...mark, opacity: 0.1 });
    const strong = await watermarkImage(await picture(), { ...mark, opacity: 1 });
    const [less, more] = [
      await contrastOf(faint.bytes, whole),
      await contrastOf(strong.bytes, whole),
    ];
    expect(less).toBeGreaterThan(0);
    expect(more).toBeGreaterThan(3 * less);
  });

  it("takes a text of markup and many words literally, and keeps it on the picture", async () => {
    const text = `</span> <b>&amp; "Jane" only for her subscribers, and for nobody else at all`;
    const marked = await watermarkImage(await picture(), { ...mark, text, scale: 1 });
    expect(marked).toMatchObject({ width: 400, height: 300 });
  });

  it("turns the picture upright and drops what the camera wrote about place and owner", async () => {
    const source = await sharp(grey)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: "Jane" }, IFD3: { GPSLatitude: "52/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();
    const { bytes, width, height } = await watermarkImage(source, mark);
    expect({ width, height }).toEqual({ width: 300, height: 400 });
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ width: 300, height: 400 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
  });

  it("says what is wrong with a picture that is damaged, cut off, no picture, or a document", async () => {
    const whole = await sharp(grey).jpeg().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>');
    for (const bytes of [
      Buffer.from("no picture"),
      Buffer.alloc(0),
      whole.subarray(0, whole.length / 2),
      svg,
    ]) {
      await expect(watermarkImage(bytes, mark)).rejects.toMatchObject({
        code: "invalid_input",
        message: expect.stringContaining("can't be read"),
        retry: "never",
      });
    }
  });

  it("refuses a small file that would become a huge picture, before it is unpacked", async () => {
    const huge = {
      create: { width: 9000, height: 9000, channels: 3, background: "#fff" },
    } as const;
    const bomb = await sharp(huge).png().toBuffer();
    await expect(watermarkImage(bomb, mark)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("says so when there is no room for a text", async () => {
    const tiny = await sharp(grey).resize(20, 20).png().toBuffer();
    await expect(watermarkImage(tiny, mark)).rejects.toThrow(/too small/);
    const narrow = await sharp(grey).resize(32, 1000, { fit: "fill" }).png().toBuffer();
    expect(await watermarkImage(narrow, { ...mark, scale: 1 })).toMatchObject({ width: 32 });
  });
});

const picture = () => sharp(grey).png().toBuffer();

type Area = { left: number; top: number; width: number; height: number };

/** How far the area is from one colour. */
async function contrastOf(bytes: Buffer, area: Area): Promise<number> {
  const cut = await sharp(bytes).extract(area).toBuffer();
  const { channels } = await sharp(cut).stats();
  return Math.max(...channels.slice(0, 3).map(({ min, max }) => max - min));
}
