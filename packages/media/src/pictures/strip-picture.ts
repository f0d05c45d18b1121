import { copyFile, writeFile } from "node:fs/promises";
import type { MadeFile } from "../media-facts.ts";
import { readAvif, stripper } from "./inspect-picture.ts";
import { madePicture, withExtension } from "./made-picture.ts";
import { measure, openPicture } from "./open-picture.ts";

const avif = { quality: 75, effort: 3 };

/** The same picture without what was written beside it. Only AVIF is packed anew. */
export async function stripPicture(request: { input: string; output: string }): Promise<MadeFile> {
  const { input } = request;
  const { type, width, height } = await measure(input);
  const path = withExtension(request.output, type);
  if (type !== "avif") {
    const { parts } = await stripper[type](input);
    await writeFile(path, Buffer.concat(parts));
  } else if ((await readAvif(input)).metadata.size === 0) {
    await copyFile(input, path);
  } else {
    await openPicture(input).autoOrient().keepIccProfile().avif(avif).toFile(path);
  }
  return madePicture(path, type, { width, height });
}
