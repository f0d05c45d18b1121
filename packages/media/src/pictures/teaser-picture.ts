import { teaserAspects } from "@genie/schema";
import sharp from "sharp";
import type { TeaserRequest } from "../mark.ts";
import type { MadeFile } from "../media-facts.ts";
import { blurOf } from "../teaser-blur.ts";
import { cropTo } from "../teaser-crop.ts";
import { madeOf, madePicture, withExtension } from "./made-picture.ts";
import { makeMark } from "./make-mark.ts";
import { measure, openPicture } from "./open-picture.ts";
import { packed } from "./packed.ts";

type Request = { input: string; output: string; options: TeaserRequest };

/** A copy that shows less: cut to a shape, blurred, marked. Upright and without metadata. */
export async function teaserPicture({ input, output, options }: Request): Promise<MadeFile> {
  const { type, width, height, hasAlpha } = await measure(input);
  const crop = cropTo({ width, height }, teaserAspects[options.aspect]);
  const size = { width: crop.width, height: crop.height };
  const cut = await openPicture(input)
    .autoOrient()
    .extract(crop)
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { ...size, channels: cut.info.channels };
  const shown = await blurred(cut.data, raw, options.blur);
  const mark = options.watermark && (await makeMark(options.watermark, size));
  const marks = mark === undefined ? [] : [{ input: mark.png, left: mark.left, top: mark.top }];
  const made = madeOf[type];
  const path = withExtension(output, made);
  const marked = sharp(shown, { raw }).composite(marks);
  await packed(hasAlpha ? marked : marked.removeAlpha(), made).toFile(path);
  return madePicture(path, made, size);
}

type Raw = { width: number; height: number; channels: 1 | 2 | 3 | 4 };

/** Strong blurs work on a smaller copy: what is lost there could not be seen any more. */
async function blurred(pixels: Buffer, raw: Raw, strength: number): Promise<Buffer> {
  const blur = blurOf(raw, strength);
  if (blur === undefined) return pixels;
  const small = { width: blur.width, height: blur.height };
  const soft = await sharp(pixels, { raw })
    .resize({ ...small, fit: "fill" })
    .blur(blur.sigma)
    .raw()
    .toBuffer();
  return sharp(soft, { raw: { ...small, channels: raw.channels } })
    .resize({ width: raw.width, height: raw.height, fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
}
