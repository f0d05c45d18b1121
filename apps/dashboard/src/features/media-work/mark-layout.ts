import type { WatermarkPosition } from "@genie/schema";

type Size = { width: number; height: number };
type Placing = {
  position: WatermarkPosition;
  /** Width of the mark as a part of the picture's. */
  scale: number;
  /** Distance from the edges, as a part of the shorter side. */
  margin: number;
};
type Place = { x: number; y: number; anchor: "end" | "middle" | "start" };

// A letter of a bold sans is about this wide, as a part of its height.
const letterWidth = 0.6;
// Letters stand on a line; this much of their height is above it.
const ascent = 0.75;

/**
 * Where the worker puts a text on a picture of this size, about: its width is a part of the
 * picture's, its height at most half of that.
 */
export function textLayout(
  picture: Size,
  { text, ...placing }: Placing & { text: string },
): Place & { fontSize: number } {
  const { x, y, width, height } = markBox(picture, placing);
  const highest = Math.min(height, width / 2);
  const fontSize = Math.min(width / (letterWidth * Math.max(1, text.length)), highest);
  const { position } = placing;
  if (position === "center") {
    return {
      fontSize,
      x: picture.width / 2,
      y: picture.height / 2 + (fontSize * ascent) / 2,
      anchor: "middle",
    };
  }
  const isLeft = position.endsWith("left");
  return {
    fontSize,
    x: isLeft ? x : x + width,
    y: position.startsWith("top") ? y + fontSize * ascent : y + height,
    anchor: isLeft ? "start" : "end",
  };
}

/** The room that a mark has on a picture of this size: it touches the sides that its position names. */
export function markBox(
  { width, height }: Size,
  { position, scale, margin: part }: Placing,
): Size & { x: number; y: number } {
  const margin = Math.min(width, height) * part;
  const widest = Math.max(1, Math.min(width - 2 * margin, width * scale));
  const x = position.endsWith("left")
    ? margin
    : position === "center"
      ? (width - widest) / 2
      : width - margin - widest;
  return { x, y: margin, width: widest, height: Math.max(1, height - 2 * margin) };
}

/** Degrees, of marks all over a picture. */
export const slant = -30;

/** Width to height of a text, about. */
export const textRatio = (text: string): number =>
  Math.max(2, letterWidth * Math.max(1, text.length));

/** The room that each mark has among others all over a picture, its middle in there, and how large it is. */
export function tileCell(
  { width, height }: Size,
  { ratio, scale, margin: part }: Pick<Placing, "margin" | "scale"> & { ratio: number },
): Size & { mark: Size; middle: { x: number; y: number } } {
  const margin = Math.min(width, height) * part;
  const mark = { width: width * scale, height: (width * scale) / ratio };
  const turn = (Math.abs(slant) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const turned = {
    width: mark.width * cos + mark.height * sin,
    height: mark.width * sin + mark.height * cos,
  };
  return {
    width: turned.width + 2 * margin,
    height: turned.height + 2 * margin,
    middle: { x: turned.width / 2, y: turned.height / 2 },
    mark,
  };
}
