import type { Mark } from "../mark.ts";
import type { MadeFile } from "../media-facts.ts";
import { madeOf, madePicture, withExtension } from "./made-picture.ts";
import { makeMark } from "./make-mark.ts";
import { measure, openPicture } from "./open-picture.ts";
import { packed } from "./packed.ts";

type Request = { input: string; output: string; mark: Mark };

/** A copy with the mark on it, upright and without metadata; of an animation, its first picture. */
export async function watermarkPicture({ input, output, mark }: Request): Promise<MadeFile> {
  const { type, width, height, hasAlpha } = await measure(input);
  const { png, left, top } = await makeMark(mark, { width, height });
  const made = madeOf[type];
  const path = withExtension(output, made);
  const marked = openPicture(input)
    .autoOrient()
    .composite([{ input: png, left, top }]);
  // Laying over makes room for transparency, also where there is none.
  await packed(hasAlpha ? marked : marked.removeAlpha(), made).toFile(path);
  return madePicture(path, made, { width, height });
}
