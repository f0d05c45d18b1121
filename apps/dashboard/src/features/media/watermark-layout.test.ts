import { describe, expect, it } from "vitest";
import { watermarkPositions } from "@genie/schema";
import { watermarkLayout } from "./watermark-layout.ts";

const picture = { width: 1000, height: 500 };

describe("watermarkLayout", () => {
  it("makes the text as wide as its part of the picture", () => {
    const { fontSize } = watermarkLayout(picture, {
      text: "@marasandoval",
      position: "center",
      scale: 0.3,
    });
    expect(fontSize * 0.6 * 13).toBeCloseTo(300);
  });

  it("keeps a short text lower than half its width", () => {
    const { fontSize } = watermarkLayout(picture, { text: "M", position: "center", scale: 0.3 });
    expect(fontSize).toBe(150);
  });

  it.each(watermarkPositions)(
    "stays inside of the picture at %s, even at full size",
    (position) => {
      const { x, y, fontSize } = watermarkLayout(picture, { text: "MS", position, scale: 1 });
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(picture.width);
      expect(y).toBeLessThan(picture.height);
      expect(y - fontSize * 0.75).toBeGreaterThanOrEqual(0);
    },
  );
});
