import sharp from "sharp";

export type Area = { left: number; top: number; width: number; height: number };

/** How far an area of a picture is from one colour, 0 to 255. */
export async function contrastOf(path: string, area: Area): Promise<number> {
  const cut = await sharp(path).extract(area).png().toBuffer();
  const { channels } = await sharp(cut).stats();
  return Math.max(...channels.slice(0, 3).map(({ min, max }) => max - min));
}
