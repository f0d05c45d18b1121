import { AppError } from "@genie/errors";
import sharp from "sharp";

export type Picture = { bytes: Buffer; mime: string; width: number; height: number };

const maxPixels = 50_000_000;
const timeoutSeconds = 30;

const formats = ["jpeg", "png", "webp"] as const;
/** What we work on, and make. */
export type ImageFormat = (typeof formats)[number];

/** Opens a picture for work on it, within limits of size and time. */
export const openImage = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" }).timeout({
    seconds: timeoutSeconds,
  });

/**
 * The format, and the size as it is seen: a camera that was held upright stores the picture lying. Throws
 * `invalid_input` with a sentence when the picture can't be read or has over 50 megapixels.
 */
export async function inspectImage(bytes: Uint8Array) {
  try {
    const { format: name, autoOrient, pages = 1, hasAlpha } = await openImage(bytes).metadata();
    const format = formats.find((candidate) => candidate === name);
    if (format === undefined) throw new Error(`No work on ${name}.`);
    const { width, height } = autoOrient;
    if (width * height * pages > maxPixels) throw new Error("Too many pixels.");
    return { format, width, height, hasAlpha };
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** What to throw when a picture can't be read. */
export function unreadable(cause: unknown): AppError {
  return new AppError(
    "invalid_input",
    "This picture can't be read: it is damaged, too large, or no JPEG, PNG or WebP. Nothing was made; try another copy of it.",
    { cause },
  );
}
