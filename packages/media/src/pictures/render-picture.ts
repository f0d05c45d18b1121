import { join } from "node:path";
import { type RenditionSize, renditionSizes } from "@genie/schema";
import sharp, { type Raw } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { Renditions } from "../media-facts.ts";
import { measure, openPicture } from "./open-picture.ts";
import { perceptualHash } from "./perceptual-hash.ts";

const webp = { quality: 80, effort: 3 };
const thumbHashSide = 100;

/** The small pictures of a picture, written to `<folder>/<size>.webp`, and what is told of it by few bytes. */
export async function renderPicture(request: {
  input: string;
  folder: string;
}): Promise<Renditions> {
  await measure(request.input);
  // Unpacked once, to the largest; the others are made of that.
  const { data, info } = await openPicture(request.input)
    .autoOrient()
    .resize({ ...square(renditionSizes.large), fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const render = async (size: RenditionSize) => {
    const path = join(request.folder, `${size}.webp`);
    await sharp(data, { raw })
      .resize({ ...square(renditionSizes[size]), fit: "inside", withoutEnlargement: true })
      .webp(webp)
      .toFile(path);
    return path;
  };
  const files = {
    large: await render("large"),
    medium: await render("medium"),
    small: await render("small"),
  };
  return {
    files,
    placeholder: await thumbHash(data, raw),
    perceptualHash: await perceptualHash(data, raw),
  };
}

const square = (side: number) => ({ width: side, height: side });

async function thumbHash(data: Buffer, raw: Raw): Promise<string> {
  const { data: rgba, info } = await sharp(data, { raw })
    .resize({ ...square(thumbHashSide), fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, rgba)).toString("base64");
}
