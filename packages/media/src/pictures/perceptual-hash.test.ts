import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import type { Mark } from "../mark.ts";
import { makeMark } from "./make-mark.ts";
import { perceptualHash } from "./perceptual-hash.ts";

const mark: Mark = {
  text: "@demo",
  position: "bottom-right",
  opacity: 1,
  scale: 0.3,
  margin: 0.03,
  tile: false,
};

/** Shapes and colours that a seed decides on. */
function scene(seed: number): Sharp {
  let state = seed;
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const shapes = Array.from(
    { length: 12 },
    () =>
      `<ellipse cx="${next(800)}" cy="${next(600)}" rx="${40 + next(200)}" ry="${40 + next(160)}" fill="rgb(${next(256)},${next(256)},${next(256)})"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#777"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

async function hash(picture: Sharp): Promise<string> {
  const { data, info } = await sharp(await picture.png().toBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true });
  return perceptualHash(data, info);
}

function distance(one: string, other: string): number {
  const bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return bits.toString(2).replaceAll("0", "").length;
}

const seeds = [1, 2, 3, 4, 5, 6];

describe("perceptualHash", () => {
  it("is of 16 hex digits", async () => {
    expect(await hash(scene(1))).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each(seeds)("hardly changes with packing, size and a mark in a corner (%i)", async (seed) => {
    const original = await hash(scene(seed));
    const packed = sharp(await scene(seed).jpeg({ quality: 40 }).toBuffer());
    const small = sharp(await scene(seed).png().toBuffer()).resize(240, 180);
    const { png, left, top } = await makeMark(mark, { width: 800, height: 600 });
    const marked = sharp(await scene(seed).png().toBuffer()).composite([{ input: png, left, top }]);
    expect(distance(original, await hash(packed))).toBeLessThanOrEqual(4);
    expect(distance(original, await hash(small))).toBeLessThanOrEqual(4);
    expect(distance(original, await hash(marked))).toBeLessThanOrEqual(8);
  });

  it("is far off for other pictures", async () => {
    const hashes = await Promise.all(seeds.map((seed) => hash(scene(seed))));
    const distances = hashes.flatMap((one, index) =>
      hashes.slice(index + 1).map((other) => distance(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(14);
  });
});
