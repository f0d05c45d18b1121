import { stat } from "node:fs/promises";
import type { FitLimit } from "../fit-limit.ts";
import type { MadeFile } from "../media-facts.ts";
import { refuse } from "../problems.ts";
import { mediaTypes } from "../sniff.ts";
import { madeOf, madePicture, type MadeType, withExtension } from "./made-picture.ts";
import { measure, type Measures, openPicture } from "./open-picture.ts";
import { stripPicture } from "./strip-picture.ts";

type Request = { input: string; output: string; limit: FitLimit };

const quality = 85;
/** Less than that shows nothing. */
const smallestSide = 64;
const mostTries = 12;
/** Beyond that the smaller packing of JPEG takes more memory than a process may have. */
const mozjpegPixels = 20_000_000;

/**
 * A copy within the limits: without metadata, smaller only as far as it must be, in its own format where
 * that can be had. What fits as it is stays as it is. Throws `invalid_input` with a sentence when it can't
 * be made to fit.
 */
export async function fitPicture({ input, output, limit }: Request): Promise<MadeFile> {
  const source = await measure(input);
  if (source.orientation === 1 && (await fits(input, source, limit))) {
    const kept = await stripPicture({ input, output });
    if (kept.sizeBytes <= limit.maxBytes) return kept;
  }
  const types = typesFor(source, limit.mimeTypes);
  const { width, height } = source;
  let scale = scaleWithin(source, limit);
  for (let tried = 0; tried < mostTries; tried += 1) {
    const size = {
      width: Math.max(1, Math.floor(width * scale)),
      height: Math.max(1, Math.floor(height * scale)),
    };
    if (tried > 0 && Math.min(size.width, size.height) < smallestSide) break;
    let smallest = Infinity;
    for (const type of types) {
      const path = withExtension(output, type);
      await pack(input, path, type, size);
      const made = await madePicture(path, type, size);
      if (made.sizeBytes <= limit.maxBytes) return made;
      smallest = Math.min(smallest, made.sizeBytes);
    }
    // A file grows about with its pixels; a little less is aimed at, so that few tries are needed.
    scale *= Math.max(0.3, Math.min(0.9, Math.sqrt((limit.maxBytes / smallest) * 0.95)));
  }
  throw refuse("This picture can't be made small enough. Nothing was made; choose another one.");
}

async function fits(input: string, source: Measures, limit: FitLimit): Promise<boolean> {
  const { size } = await stat(input);
  return (
    size <= limit.maxBytes &&
    scaleWithin(source, limit) === 1 &&
    limit.mimeTypes.includes(mediaTypes[source.type].mime)
  );
}

const scaleWithin = ({ width, height }: Measures, { maxSide, maxPixels }: FitLimit) =>
  Math.min(
    1,
    (maxSide ?? Infinity) / Math.max(width, height),
    Math.sqrt((maxPixels ?? Infinity) / (width * height)),
  );

/** Its own format first, then those that take less room; transparency is kept where it can be. */
function typesFor({ type, hasAlpha }: Measures, mimeTypes: readonly string[]): MadeType[] {
  const own = madeOf[type];
  const smaller: MadeType[] = hasAlpha ? ["webp", "jpeg"] : ["jpeg", "webp"];
  const wanted = [own, ...smaller.filter((other) => other !== own)];
  const taken = wanted.filter((other) => mimeTypes.includes(mediaTypes[other].mime));
  const [first, ...others] = taken;
  if (first === undefined) {
    throw refuse(
      "None of the types that are taken there can be made of this picture. Nothing was made; choose another one.",
    );
  }
  // A JPEG or WebP gets no smaller by being the other.
  return first === "png" ? [first, ...others] : [first];
}

async function pack(
  input: string,
  path: string,
  type: MadeType,
  size: { width: number; height: number },
): Promise<void> {
  const resized = openPicture(input)
    .autoOrient()
    .resize({ ...size, fit: "fill" });
  if (type === "png") await resized.png().toFile(path);
  else if (type === "webp") await resized.webp({ quality }).toFile(path);
  else {
    const mozjpeg = size.width * size.height <= mozjpegPixels;
    await resized.flatten({ background: "#ffffff" }).jpeg({ quality, mozjpeg }).toFile(path);
  }
}
