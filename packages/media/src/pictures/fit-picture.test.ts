import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import type { FitLimit } from "../fit-limit.ts";
import { useFolder } from "../testing/use-folder.ts";
import { fitPicture } from "./fit-picture.ts";

const folder = useFolder();
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

let count = 0;

async function fit(picture: Sharp, limit: FitLimit) {
  count += 1;
  const input = join(folder, `${count}`);
  await writeFile(input, await picture.toBuffer());
  return { input, made: await fitPicture({ input, output: `${input}-made`, limit }) };
}

describe("fitPicture", () => {
  it("leaves a picture that fits as it is, byte for byte", async () => {
    const limit = { maxBytes: 1_000_000, mimeTypes: all };
    const { input, made } = await fit(noise(300, 200).webp(), limit);
    expect(made).toMatchObject({ mime: "image/webp", width: 300, height: 200 });
    expect(await readFile(made.path)).toEqual(await readFile(input));
  });

  it.each([
    [{ maxSide: 500 }, 500, 250],
    [{ maxPixels: 125_000 }, 500, 250],
    [{ maxSide: 700, maxPixels: 20_000 }, 200, 100],
  ])("within %o it is %i by %i", async (sizes, width, height) => {
    const limit = { maxBytes: 9_000_000, mimeTypes: all, ...sizes };
    const { made } = await fit(noise(1000, 500).jpeg(), limit);
    expect(made).toMatchObject({ width, height });
  });

  it("is made smaller until its bytes fit, and not much smaller than that", async () => {
    const maxBytes = 200_000;
    const { made } = await fit(noise(2400, 1600).jpeg({ quality: 95 }), {
      maxBytes,
      mimeTypes: all,
    });
    const { length } = await readFile(made.path);
    expect(made.sizeBytes).toBe(length);
    expect(length).toBeLessThanOrEqual(maxBytes);
    expect(length).toBeGreaterThan(maxBytes / 3);
    expect(made.width / made.height).toBeCloseTo(1.5, 1);
  });

  it("a PNG becomes a JPEG rather than small, and keeps what is seen through as a WebP", async () => {
    const limit = { maxBytes: 600_000, mimeTypes: all };
    const opaque = await fit(noise(800, 800).png(), limit);
    expect(opaque.made).toMatchObject({ mime: "image/jpeg", width: 800 });
    const clear = await fit(noise(800, 800).ensureAlpha(0.5).png(), limit);
    expect(clear.made).toMatchObject({ mime: "image/webp", width: 800 });
  });

  it("becomes a type that is taken", async () => {
    const limit = { maxBytes: 100_000, mimeTypes: ["image/jpeg", "image/gif"] };
    const { made } = await fit(noise(100, 100).webp(), limit);
    expect(made).toMatchObject({ mime: "image/jpeg" });
    const none = fit(noise(100, 100).webp(), { maxBytes: 100_000, mimeTypes: ["image/gif"] });
    await expect(none).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("stands upright and has lost what the camera wrote", async () => {
    const source = noise(400, 300)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitude: "52/1 30/1 0/1" } })
      .jpeg();
    const { made } = await fit(source, { maxBytes: 1_000_000, mimeTypes: all });
    expect(made).toMatchObject({ width: 300, height: 400 });
    expect((await sharp(made.path).metadata()).exif).toBeUndefined();
  });

  it("says so when nothing that shows anything would fit", async () => {
    const made = fit(noise(400, 300).jpeg(), { maxBytes: 50, mimeTypes: all });
    await expect(made).rejects.toThrow(/small enough/);
  });
});
