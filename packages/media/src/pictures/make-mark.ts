import sharp from "sharp";
import { mediaLimits } from "../limits.ts";
import type { Mark } from "../mark.ts";
import { refuse } from "../problems.ts";

/** Less room than that takes no mark. */
const smallest = 32;
const slant = -30;
const clear = { r: 0, g: 0, b: 0, alpha: 0 };

export type PlacedMark = {
  png: Buffer;
  left: number;
  top: number;
  width: number;
  height: number;
};

type Size = { width: number; height: number };
type Image = { data: Buffer; info: Size };

/**
 * The mark for a picture of that size, and where it stands. Throws `invalid_input` with a sentence when
 * there is no room for it, or its own picture can't be read.
 */
export async function makeMark(mark: Mark, size: Size): Promise<PlacedMark> {
  if (Math.min(size.width, size.height) < smallest) {
    throw refuse(
      `This is too small for a watermark. Nothing was made; use one of at least ${smallest} by ${smallest} pixels.`,
    );
  }
  const margin = Math.round(Math.min(size.width, size.height) * mark.margin);
  const room = { width: size.width - 2 * margin, height: size.height - 2 * margin };
  const most = {
    width: Math.max(8, Math.min(room.width, Math.round(size.width * mark.scale))),
    height: Math.max(8, room.height),
  };
  const image = await draw(mark, most);
  if (mark.tile) {
    const data = await tile(image, margin, size);
    return { png: data, left: 0, top: 0, ...size };
  }
  const { width, height } = image.info;
  return { png: image.data, width, height, ...place(mark.position, image.info, size, margin) };
}

const draw = (mark: Mark, most: Size): Promise<Image> =>
  mark.imagePath === undefined
    ? textOnce(mark.text ?? "", mark.opacity, most)
    : drawImage(mark.imagePath, mark.opacity, most);

let last: { key: string; image: Image } | undefined;

/** Most of a batch has the same size and gets the same text, which takes a tenth of the work to set. */
async function textOnce(text: string, opacity: number, most: Size): Promise<Image> {
  const key = JSON.stringify([text, opacity, most]);
  if (last?.key !== key) last = { key, image: await drawText(text, opacity, most) };
  return last.image;
}

/** White letters with a dark edge, so that they show on any picture. */
async function drawText(text: string, opacity: number, most: Size): Promise<Image> {
  const alpha = Math.round(opacity * 65_535);
  const letters = (colour: string) =>
    sharp({
      text: {
        text: `<span foreground="${colour}" alpha="${alpha}" weight="bold">${escapeMarkup(text)}</span>`,
        font: "sans",
        width: most.width,
        height: Math.min(most.height, Math.max(8, Math.round(most.width / 2))),
        rgba: true,
        wrap: "none",
      },
    });
  const front = await letters("white").png().toBuffer();
  const back = await letters("black").blur(2).png().toBuffer();
  return sharp(back)
    .composite([{ input: front }])
    .png()
    .toBuffer({ resolveWithObject: true });
}

async function drawImage(path: string, opacity: number, most: Size): Promise<Image> {
  const veil = Buffer.from([255, 255, 255, Math.round(opacity * 255)]);
  try {
    const resized = await sharp(path, { limitInputPixels: mediaLimits.picturePixels })
      .autoOrient()
      .resize({ ...most, fit: "inside" })
      .ensureAlpha()
      .png()
      .toBuffer();
    return await sharp(resized)
      .composite([
        { input: veil, raw: { width: 1, height: 1, channels: 4 }, tile: true, blend: "dest-in" },
      ])
      .png()
      .toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw refuse(
      "The picture of the watermark can't be read. Nothing was made; choose another picture for it.",
      cause,
    );
  }
}

/** Rows that are set off against each other, slanted, all over. */
async function tile({ data }: Image, margin: number, size: Size): Promise<Buffer> {
  const turned = await sharp(data)
    .rotate(slant, { background: clear })
    .png()
    .toBuffer({ resolveWithObject: true });
  const step = {
    width: turned.info.width + 2 * margin + 8,
    height: turned.info.height + 2 * margin + 8,
  };
  const pattern = await sharp({
    create: { width: step.width * 2, height: step.height * 2, channels: 4, background: clear },
  })
    .composite([
      { input: turned.data, left: 0, top: 0 },
      { input: turned.data, left: step.width, top: step.height },
    ])
    .png()
    .toBuffer();
  const fitting = await sharp(pattern)
    .extract({
      left: 0,
      top: 0,
      width: Math.min(size.width, step.width * 2),
      height: Math.min(size.height, step.height * 2),
    })
    .png()
    .toBuffer();
  return sharp({ create: { ...size, channels: 4, background: clear } })
    .composite([{ input: fitting, tile: true, gravity: "northwest" }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function place(position: Mark["position"], mark: Size, size: Size, margin: number) {
  const right = size.width - mark.width - margin;
  const bottom = size.height - mark.height - margin;
  const place = {
    "top-left": { left: margin, top: margin },
    "top-right": { left: right, top: margin },
    center: { left: (size.width - mark.width) / 2, top: (size.height - mark.height) / 2 },
    "bottom-left": { left: margin, top: bottom },
    "bottom-right": { left: right, top: bottom },
  }[position];
  return { left: Math.max(0, Math.round(place.left)), top: Math.max(0, Math.round(place.top)) };
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
