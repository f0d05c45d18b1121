import { watermarkPositions } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { markBox, textLayout, tileCell } from "./mark-layout.ts";

const picture = { width: 1000, height: 500 };
const margin = 0.03;

describe("textLayout", () => {
  it("makes the text as wide as its part of the picture", () => {
    const { fontSize } = textLayout(picture, {
      text: "@marasandoval",
      position: "center",
      scale: 0.3,
      margin,
    });
    expect(fontSize * 0.6 * 13).toBeCloseTo(300);
  });

  it("keeps a short text lower than half its width", () => {
    const { fontSize } = textLayout(picture, {
      text: "M",
      position: "center",
      scale: 0.3,
      margin,
    });
    expect(fontSize).toBe(150);
  });

  it.each(watermarkPositions)(
    "stays inside of the picture at %s, even at full size and with no margin",
    (position) => {
      const { x, y, fontSize } = textLayout(picture, {
        text: "MS",
        position,
        scale: 1,
        margin: 0,
      });
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(picture.width);
      expect(y).toBeLessThanOrEqual(picture.height);
      expect(y - fontSize * 0.75).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("markBox", () => {
  it("keeps the margin from the sides that the position names", () => {
    const box = markBox(picture, { position: "bottom-right", scale: 0.2, margin: 0.1 });
    expect(box).toEqual({ x: 750, y: 50, width: 200, height: 400 });
  });

  it("leaves room between the margins when the mark is to be as wide as the picture", () => {
    const box = markBox(picture, { position: "top-left", scale: 1, margin: 0.25 });
    expect(box).toMatchObject({ x: 125, width: 750 });
  });
});

describe("tileCell", () => {
  it("has room for the slanted mark and the margin round it", () => {
    const cell = tileCell(picture, { ratio: 2, scale: 0.2, margin: 0.1 });
    expect(cell.mark).toEqual({ width: 200, height: 100 });
    expect(cell.width).toBeCloseTo(200 * Math.cos(Math.PI / 6) + 100 * 0.5 + 100);
    expect(cell.height).toBeCloseTo(200 * 0.5 + 100 * Math.cos(Math.PI / 6) + 100);
  });
});
