import type { WatermarkPosition } from "@genie/schema";

type Place = { x: number; y: number; anchor: "end" | "middle" | "start" };

// A letter of a bold sans is about this wide, as a part of its height.
const letterWidth = 0.6;
const marginPart = 0.03;
// Letters stand on a line; this much of their height is above it.
const ascent = 0.75;

/**
 * Where the worker puts a text on a picture of this size, about: its width is a part of the
 * picture's, its height at most half of that.
 */
export function watermarkLayout(
  { width, height }: { width: number; height: number },
  { text, position, scale }: { text: string; position: WatermarkPosition; scale: number },
): Place & { fontSize: number } {
  const margin = Math.min(width, height) * marginPart;
  const widest = Math.min(width - 2 * margin, width * scale);
  const highest = Math.min(height - 2 * margin, widest / 2);
  const fontSize = Math.min(widest / (letterWidth * Math.max(1, text.length)), highest);
  if (position === "center") {
    return { fontSize, x: width / 2, y: height / 2 + (fontSize * ascent) / 2, anchor: "middle" };
  }
  const isLeft = position.endsWith("left");
  return {
    fontSize,
    x: isLeft ? margin : width - margin,
    y: position.startsWith("top") ? margin + fontSize * ascent : height - margin,
    anchor: isLeft ? "start" : "end",
  };
}
