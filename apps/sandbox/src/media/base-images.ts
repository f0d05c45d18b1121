import sharp from "sharp";
import { createRandom } from "../content/random.ts";
import type { MediaFormat } from "./file-store.ts";
import { createScene } from "./scenes.ts";

export const baseImageCount = 24;

/** One of the pictures that generated posts are made of, as JPEG; `scale` 1 is the full size. */
export async function createBaseImage(
  index: number,
  scale: number,
): Promise<{ bytes: Buffer; format: MediaFormat }> {
  const svg = createScene(index, createRandom(`scene ${index}`));
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 * scale })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const type = { kind: "image", mime: "image/jpeg", extension: "jpg" } as const;
  return { bytes: data, format: { ...type, width: info.width, height: info.height } };
}
