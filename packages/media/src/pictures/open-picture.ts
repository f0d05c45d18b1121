import sharp, { type Sharp } from "sharp";
import { mediaLimits } from "../limits.ts";
import { damagedPicture, tooManyPixels } from "../problems.ts";
import { isPicture, type PictureType, sniffFile } from "../sniff.ts";

/** Opens a picture, of an animation its first one, for work on it, within limits. */
export const openPicture = (path: string): Sharp =>
  sharp(path, { limitInputPixels: mediaLimits.picturePixels, failOn: "error" });

export type Measures = {
  type: PictureType;
  /** As it is seen. */
  width: number;
  height: number;
  hasAlpha: boolean;
  orientation: number;
};

/** Type and size of a picture from its head. Throws `invalid_input` with a sentence when it is not to be worked on. */
export async function measure(path: string): Promise<Measures> {
  const type = await sniffFile(path);
  if (!isPicture(type)) throw damagedPicture("No picture.");
  const { autoOrient, hasAlpha, orientation = 1, format } = await readHead(path);
  const expected = type === "avif" ? "heif" : type;
  if (format !== expected) throw damagedPicture(`${format} in the head of a ${type}.`);
  const { width, height } = autoOrient;
  if (width * height > mediaLimits.picturePixels) throw tooManyPixels(width, height);
  return { type, width, height, hasAlpha, orientation };
}

async function readHead(path: string) {
  try {
    return await sharp(path, { limitInputPixels: false, failOn: "error" }).metadata();
  } catch (cause) {
    throw damagedPicture(cause);
  }
}
