import { stat } from "node:fs/promises";
import type { MadeFile } from "../media-facts.ts";
import { mediaTypes, type PictureType } from "../sniff.ts";

/** What a picture that was written to `path` is. */
export async function madePicture(
  path: string,
  type: PictureType,
  size: { width: number; height: number },
): Promise<MadeFile> {
  const { mime, extension } = mediaTypes[type];
  const { size: sizeBytes } = await stat(path);
  return {
    path,
    mime,
    extension,
    width: size.width,
    height: size.height,
    durationS: null,
    sizeBytes,
  };
}

/** What pictures are made as. */
export type MadeType = "jpeg" | "png" | "webp";

/** What is made of each type: what we do not make becomes what shows as much. */
export const madeOf = {
  avif: "webp",
  gif: "png",
  jpeg: "jpeg",
  png: "png",
  webp: "webp",
} as const satisfies Record<PictureType, MadeType>;

export const withExtension = (output: string, type: PictureType) =>
  `${output}.${mediaTypes[type].extension}`;
