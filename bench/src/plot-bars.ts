import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { Figure } from "./figure.ts";

export type BarPlot = {
  title: string;
  unit: string;
  bars: { label: string; series: string; figure: Figure }[];
};

/** An SVG: a bar at each median, a line from least to greatest. */
export async function plotBars({ title, unit, bars }: BarPlot): Promise<string> {
  const values = bars.map(({ label, series, figure: { min, median, max } }) => ({
    label,
    series,
    min,
    median,
    max,
  }));
  const { spec } = compile({
    title,
    data: { values },
    width: { step: 24 },
    height: 280,
    encoding: {
      x: { field: "label", type: "nominal", sort: null, title: null, axis: { labelAngle: 0 } },
      xOffset: { field: "series", sort: null },
      color: { field: "series", type: "nominal", sort: null, title: null },
    },
    layer: [
      {
        mark: "bar",
        encoding: { y: { field: "median", type: "quantitative", title: unit } },
      },
      {
        mark: { type: "rule", color: "black" },
        encoding: {
          y: { field: "min", type: "quantitative" },
          y2: { field: "max" },
          color: { value: "black" },
        },
      },
    ],
  });
  return await new View(parse(spec), { renderer: "none" }).toSVG();
}
