import { describe, expect, it } from "vitest";
import { justifiedRows } from "./justified-rows.ts";

const shape = { width: 1000, target: 200, gap: 4 };
const ratios = Array.from({ length: 200 }, (_, place) => [0.8, 1.5, 1, 0.56, 2][place % 5] ?? 1);
const rows = justifiedRows(ratios, shape);

describe("justifiedRows", () => {
  it("has every picture once, in order", () => {
    const places = rows.flatMap(({ start, widths }) => widths.map((_, index) => start + index));
    expect(places).toEqual(ratios.map((_, place) => place));
  });

  it("fills the width with every row but the last", () => {
    for (const { widths } of rows.slice(0, -1)) {
      const filled = widths.reduce((sum, width) => sum + width, 0) + 4 * (widths.length - 1);
      expect(filled).toBeCloseTo(1000, 6);
    }
  });

  it("keeps the shape of each picture", () => {
    for (const { start, height, widths } of rows) {
      for (const [index, width] of widths.entries()) {
        expect(width / height).toBeCloseTo(ratios[start + index] ?? 0, 6);
      }
    }
  });

  it("stays near the height that was asked for", () => {
    for (const { height } of rows) {
      expect(height).toBeGreaterThan(130);
      expect(height).toBeLessThan(300);
    }
  });

  it("ends a row before a picture that would make it lower by more than it is too high without", () => {
    expect(justifiedRows([2, 2, 3, 1], shape)[0]?.widths).toHaveLength(2);
    expect(justifiedRows([2, 2, 2, 1], shape)[0]?.widths).toHaveLength(3);
  });

  it("does not stretch the last row", () => {
    expect(justifiedRows([1], shape)).toEqual([{ start: 0, height: 200, widths: [200] }]);
  });

  it("moves nothing but the last row when more arrive", () => {
    const more = justifiedRows([...ratios, 1, 1, 1, 0.7], shape);
    expect(more.slice(0, rows.length - 1)).toEqual(rows.slice(0, -1));
  });

  it("a picture wider than all there is has a row of its own", () => {
    expect(justifiedRows([2, 1], { width: 300, target: 200, gap: 4 })[0]).toEqual({
      start: 0,
      height: 150,
      widths: [300],
    });
  });
});
