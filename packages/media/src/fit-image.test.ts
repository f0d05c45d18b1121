import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fitImage } from "./fit-image.ts";

const all = ["image/jpeg", "image/png", "image/webp"];

/** Noise, which no format makes small. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });

describe("fitImage", () => {
  it("leaves the size of a picture that fits as it is, and its format", async () => {
    const source = await noise(300, 200).webp().toBuffer();
    const made = await fitImage(source, { maxBytes: 1_000_000, mimeTypes: all });
    expect(made).toMatchObject({ mime: "image/webp", width: 300, height: 200 });
    expect(await sharp(made.bytes).metadata()).toMatchObject({ format: "webp", width: 300 });
  });

  it.each([
    [{ maxSide: 500 }, 500, 250],
    [{ maxPixels: 125_000 }, 500, 250],
    [{ maxSide: 700, maxPixels: 20_000 }, 200, 100],
  ])("within %o it is %i by %i", async (sizes, width, height) => {
    const source = await noise(1000, 500).jpeg().toBuffer();
    const made = await fitImage(source, { maxBytes: 9_000_000, mimeTypes: all, ...sizes });
    expect(made).toMatchObject({ width, height });
  });

  it("is made smaller until its bytes fit, and not much smaller than that", async () => {
    const source = await noise(2400, 1600).jpeg({ quality: 95 }).toBuffer();
    const maxBytes = 200_000;
    const made = await fitImage(source, { maxBytes, mimeTypes: all });
    expect(made.bytes.length).toBeLessThanOrEqual(maxBytes);
    expect(made.bytes.length).toBeGreaterThan(maxBytes / 3);
    expect(made.width / made.height).toBeCloseTo(1.5, 1);
  });

  it("a PNG becomes a JPEG rather than small, and keeps what is seen through as a WebP", async () => {
    const opaque = await noise(800, 800).png().toBuffer();
    const limit = { maxBytes: 600_000, mimeTypes: all };
    expect(await fitImage(opaque, limit)).toMatchObject({ mime: "image/jpeg", width: 800 });
    const clear = await noise(800, 800).ensureAlpha(0.5).png().toBuffer();
    expect(await fitImage(clear, limit)).toMatchObject({ mime: "image/webp", width: 800 });
  });

  it("becomes a type that is taken", async () => {
    const source = await noise(100, 100).webp().toBuffer();
    const limit = { maxBytes: 100_000, mimeTypes: ["image/jpeg", "image/gif"] };
    expect(await fitImage(source, limit)).toMatchObject({ mime: "image/jpeg" });
    const none = fitImage(source, { maxBytes: 100_000, mimeTypes: ["image/gif"] });
    await expect(none).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("stands upright and has lost what the camera wrote", async () => {
    const source = await noise(400, 300)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitude: "52/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();
    const made = await fitImage(source, { maxBytes: 1_000_000, mimeTypes: all });
    expect(made).toMatchObject({ width: 300, height: 400 });
    expect((await sharp(made.bytes).metadata()).exif).toBeUndefined();
  });

  it("says so when nothing that shows anything would fit, or it is no picture", async () => {
    const source = await noise(400, 300).jpeg().toBuffer();
    await expect(fitImage(source, { maxBytes: 50, mimeTypes: all })).rejects.toThrow(
      /small enough/,
    );
    const text = fitImage(Buffer.from("x"), { maxBytes: 50, mimeTypes: all });
    await expect(text).rejects.toThrow(/can't be read/);
  });
});
