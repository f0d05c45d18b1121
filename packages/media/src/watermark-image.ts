import { AppError } from "@genie/errors";
import sharp from "sharp";
import { inspectImage, openImage, type Picture, unreadable } from "./open-image.ts";

export type WatermarkPosition =
  | "bottom-left"
  | "bottom-right"
  | "center"
  | "top-left"
  | "top-right";

export type Watermark = {
  text: string;
  position: WatermarkPosition;
  /** 0 is invisible, 1 opaque. */
  opacity: number;
  /** Width of the mark as a part of the picture's, 0 to 1. */
  scale: number;
};

const smallest = 32;
const quality = 90;

const gravity = {
  "bottom-left": "southwest",
  "bottom-right": "southeast",
  center: "center",
  "top-left": "northwest",
  "top-right": "northeast",
} as const satisfies Record<WatermarkPosition, string>;

/**
 * A copy of a JPEG, PNG or WebP with a text on it, in the same format, upright and without metadata;
 * of an animation, its first picture. Throws `invalid_input` with a sentence when the picture can't be
 * read, has over 50 megapixels, or is too small for a text.
 */
export async function watermarkImage(bytes: Uint8Array, watermark: Watermark): Promise<Picture> {
  const { format, width, height } = await inspectImage(bytes);
  if (Math.min(width, height) < smallest) {
    throw new AppError(
      "invalid_input",
      `This picture is too small for a watermark. Nothing was made; use one of at least ${smallest} by ${smallest} pixels.`,
    );
  }
  const mark = await createMark(watermark, width, height);
  try {
    const marked = await openImage(bytes)
      .autoOrient()
      .composite([{ input: mark, gravity: gravity[watermark.position] }])
      .toFormat(format, format === "png" ? {} : { quality })
      .toBuffer();
    return { bytes: marked, mime: `image/${format}`, width, height };
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** White letters with a dark edge, so that they show on any picture, with a margin round them. */
async function createMark(
  { text, opacity, scale }: Watermark,
  width: number,
  height: number,
): Promise<Buffer> {
  const margin = Math.round(Math.min(width, height) * 0.03);
  const widest = Math.max(8, Math.min(width - 2 * margin, Math.round(width * scale)));
  const highest = Math.max(8, Math.min(height - 2 * margin, Math.round(widest / 2)));
  const alpha = Math.round(opacity * 65_535);
  const letters = (colour: string) =>
    sharp({
      text: {
        text: `<span foreground="${colour}" alpha="${alpha}" weight="bold">${escapeMarkup(text)}</span>`,
        font: "sans",
        width: widest,
        height: highest,
        rgba: true,
        wrap: "none",
      },
    });
  const front = await letters("white").png().toBuffer({ resolveWithObject: true });
  const back = await letters("black").blur(2).png().toBuffer();
  return sharp(back)
    .composite([{ input: front.data }])
    .extend({
      top: margin,
      bottom: margin,
      left: margin,
      right: margin,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .png()
    .toBuffer();
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
