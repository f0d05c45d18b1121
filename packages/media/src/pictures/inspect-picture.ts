import { readFile, stat } from "node:fs/promises";
import sharp from "sharp";
import type { MetadataKind } from "@genie/schema";
import { mediaLimits } from "../limits.ts";
import type { MediaFacts } from "../media-facts.ts";
import { hasWholeBoxes } from "../has-whole-boxes.ts";
import { damagedPicture, refuse } from "../problems.ts";
import { mediaTypes, type PictureType } from "../sniff.ts";
import { readExif } from "../strip/exif.ts";
import { stripGif } from "../strip/strip-gif.ts";
import { stripJpeg } from "../strip/strip-jpeg.ts";
import { stripPng } from "../strip/strip-png.ts";
import type { Stripped } from "../strip/stripped.ts";
import { stripWebp } from "../strip/strip-webp.ts";
import { measure } from "./open-picture.ts";

/** What a picture is, and what was written beside it. Its pixels are not unpacked. */
export async function inspectPicture({ input }: { input: string }): Promise<MediaFacts> {
  const { type, width, height, hasAlpha } = await measure(input);
  const { size } = await stat(input);
  if (size > mediaLimits.pictureBytes) {
    throw refuse("This picture is larger than 128 MB. Nothing was made; use a smaller copy of it.");
  }
  const { mime, extension } = mediaTypes[type];
  const { metadata, frames } =
    type === "avif" ? await readAvif(input) : await stripper[type](input);
  if (
    frames > mediaLimits.animationFrames ||
    frames * width * height > mediaLimits.animationPixels
  ) {
    throw refuse(
      "This animation is too long or too large. Nothing was made; use a shorter one, or a video.",
    );
  }
  return {
    kind: "image",
    mime,
    extension,
    width,
    height,
    hasAlpha,
    durationS: null,
    sizeBytes: size,
    metadata: [...metadata],
  };
}

/** What stays of each type's bytes. */
export const stripper = {
  gif: async (path) => stripGif(await readFile(path)),
  jpeg: async (path) => stripJpeg(await readFile(path)),
  png: async (path) => stripPng(await readFile(path)),
  webp: async (path) => stripWebp(await readFile(path)),
} satisfies Record<Exclude<PictureType, "avif">, (path: string) => Promise<Stripped>>;

/** AVIF keeps what was written beside it in items of its own, which libvips finds. */
export async function readAvif(
  path: string,
): Promise<{ metadata: Set<MetadataKind>; frames: number }> {
  if (!(await hasWholeBoxes(path, "meta"))) throw damagedPicture("Cut off.");
  const { exif, xmp, iptc } = await sharp(path, {
    limitInputPixels: mediaLimits.picturePixels,
  }).metadata();
  const metadata = exif === undefined ? new Set<MetadataKind>() : readExif(exif).kinds;
  if (xmp !== undefined || iptc !== undefined) metadata.add("text");
  return { metadata, frames: 1 };
}
