import { describe, expect, it } from "vitest";
import { dashboards, type Panel } from "./dashboards.ts";

describe("the dashboards", () => {
  it("have an id for each panel, once", () => {
    const ids = dashboards.flatMap(({ id, panels }) => [id, ...panels.map((panel) => panel.id)]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("lay out their panels side by side, within the width of a laptop", () => {
    for (const { panels } of dashboards) {
      for (const [index, panel] of panels.entries()) {
        expect(panel.position_x + panel.width - 1).toBeLessThanOrEqual(44);
        for (const other of panels.slice(index + 1)) {
          expect([panel.name, other.name, overlap(panel, other)]).toEqual([
            panel.name,
            other.name,
            false,
          ]);
        }
      }
    }
  });
});

const overlap = (a: Panel, b: Panel) =>
  a.position_x < b.position_x + b.width &&
  b.position_x < a.position_x + a.width &&
  a.position_y < b.position_y + b.height &&
  b.position_y < a.position_y + a.height;
