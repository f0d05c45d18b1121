import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { TeaserRequest } from "../mark.ts";
import { contrastOf } from "../testing/contrast-of.ts";
import { useFolder } from "../testing/use-folder.ts";
import { teaserPicture } from "./teaser-picture.ts";

const folder = useFolder();
const input = join(folder, "input.png");
const plain: TeaserRequest = {
  length_s: 10,
  from: "best",
  start_s: 0,
  aspect: "original",
  blur: 0,
  sound: true,
};

/** Black on the left, white on the right. */
async function make(options: Partial<TeaserRequest>) {
  const half = { create: { width: 300, height: 400, channels: 3, background: "#fff" } } as const;
  await sharp({ create: { width: 600, height: 400, channels: 3, background: "#000" } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 300, top: 0 }])
    .removeAlpha()
    .png()
    .toFile(input);
  return teaserPicture({ input, output: join(folder, "made"), options: { ...plain, ...options } });
}

describe("teaserPicture", () => {
  it.each([
    ["original", 600, 400],
    ["square", 400, 400],
    ["portrait", 320, 400],
    ["vertical", 225, 400],
    ["landscape", 600, 338],
  ] as const)("of %s shape is the middle, %i by %i", async (aspect, width, height) => {
    const made = await make({ aspect });
    expect(made).toMatchObject({ mime: "image/png", width, height });
    const edge = { left: Math.floor(width / 2) - 20, top: 10, width: 40, height: 20 };
    expect(await contrastOf(made.path, edge)).toBe(255);
    expect(await sharp(made.path).metadata()).toMatchObject({ width, height, hasAlpha: false });
  });

  it("shows less the more it is blurred", async () => {
    const edge = { left: 296, top: 0, width: 8, height: 400 };
    const contrasts: number[] = [];
    for (const blur of [0, 0.3, 1]) {
      const { path } = await make({ blur });
      contrasts.push(await contrastOf(path, edge));
    }
    const [sharpest = 0, softer = 0, softest = 0] = contrasts;
    expect(sharpest).toBe(255);
    expect(softer).toBeLessThan(200);
    expect(softest).toBeLessThan(40);
  });

  it("has its mark over the blur", async () => {
    const watermark = {
      text: "@demo",
      position: "top-left",
      opacity: 1,
      scale: 0.4,
      margin: 0.03,
      tile: false,
    } as const;
    const { path } = await make({ blur: 1, watermark });
    const corner = { left: 0, top: 0, width: 240, height: 120 };
    expect(await contrastOf(path, corner)).toBeGreaterThan(150);
  });
});
