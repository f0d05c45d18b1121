import { AppError } from "@genie/errors";
import {
  type ImageFormat,
  inspectImage,
  openImage,
  type Picture,
  unreadable,
} from "./open-image.ts";

/** What a picture has to be like. */
export type ImageLimit = {
  maxBytes: number;
  mimeTypes: readonly string[];
  /** Width times height. */
  maxPixels?: number;
  /** Of the longer side, in pixels. */
  maxSide?: number;
};

const quality = 85;
/** Less than that shows nothing. */
const smallestSide = 64;
const mostTries = 12;

/**
 * A copy of a JPEG, PNG or WebP that a place with these limits takes: upright, without metadata, smaller
 * only as far as it must be, in its own format where that can be had. Throws `invalid_input` with a
 * sentence when the picture can't be read, or can't be made to fit.
 */
export async function fitImage(bytes: Uint8Array, limit: ImageLimit): Promise<Picture> {
  const { format, width, height, hasAlpha } = await inspectImage(bytes);
  const formats = formatsFor(format, hasAlpha, limit.mimeTypes);
  let scale = Math.min(
    1,
    (limit.maxSide ?? Infinity) / Math.max(width, height),
    Math.sqrt((limit.maxPixels ?? Infinity) / (width * height)),
  );
  for (let tried = 0; tried < mostTries; tried += 1) {
    const size = {
      width: Math.max(1, Math.floor(width * scale)),
      height: Math.max(1, Math.floor(height * scale)),
    };
    if (tried > 0 && Math.min(size.width, size.height) < smallestSide) break;
    let smallest = Infinity;
    for (const candidate of formats) {
      const made = await encode(bytes, candidate, size);
      if (made.length <= limit.maxBytes) {
        return { bytes: made, mime: `image/${candidate}`, ...size };
      }
      smallest = Math.min(smallest, made.length);
    }
    // A file grows about with its pixels; a little less is aimed at, so that few tries are needed.
    scale *= Math.max(0.3, Math.min(0.9, Math.sqrt((limit.maxBytes / smallest) * 0.95)));
  }
  throw new AppError(
    "invalid_input",
    "This picture can't be made small enough. Nothing was made; choose another one.",
  );
}

/** Its own format first, then those that take less room; transparency is kept where it can be. */
function formatsFor(
  own: ImageFormat,
  hasAlpha: boolean,
  mimeTypes: readonly string[],
): ImageFormat[] {
  const smaller: ImageFormat[] = hasAlpha ? ["webp", "jpeg"] : ["jpeg", "webp"];
  const wanted = [own, ...smaller.filter((format) => format !== own)];
  const taken = wanted.filter((format) => mimeTypes.includes(`image/${format}`));
  const [first, ...others] = taken;
  if (first === undefined) {
    throw new AppError(
      "invalid_input",
      "None of the types that are taken there can be made of this picture. Nothing was made; choose another one.",
    );
  }
  // A JPEG or WebP gets no smaller by being the other.
  return first === "png" ? [first, ...others] : [first];
}

async function encode(
  bytes: Uint8Array,
  format: ImageFormat,
  size: { width: number; height: number },
): Promise<Buffer> {
  try {
    const resized = openImage(bytes)
      .autoOrient()
      .resize({ ...size, fit: "fill" });
    if (format === "png") return await resized.png().toBuffer();
    if (format === "webp") return await resized.webp({ quality }).toBuffer();
    return await resized
      .flatten({ background: "#ffffff" })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
  } catch (cause) {
    throw unreadable(cause);
  }
}
