import { rename } from "node:fs/promises";
import sharp from "sharp";

const widthPixels = 480;

/** Writes the small copy of a picture that lists show; rejects when the picture can't be read. */
export async function createSmallImage(image: string, small: string): Promise<void> {
  const unfinished = `${small}.${process.pid}-${performance.now()}`;
  await sharp(image)
    .autoOrient()
    .resize({ width: widthPixels, withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toFile(unfinished);
  await rename(unfinished, small);
}
