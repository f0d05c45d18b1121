"use client";

import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { chartDay } from "./chart-day.ts";

type ChartScalesProps = {
  x: { invert: (place: number) => number };
  y: (value: number) => number;
  marks: { value: number; label: string }[];
  bounds: { left: number; right: number; top: number; bottom: number };
};

/** A line across for each mark of the values, with zero stronger, and days below. */
export function ChartScales({ x, y, marks, bounds }: ChartScalesProps) {
  const zone = useTimeZone();
  const { left, right, bottom } = bounds;
  const count = Math.max(2, Math.floor((right - left) / 110) + 1);
  const span = x.invert(right) - x.invert(left);
  const days = Array.from({ length: count }, (_, place) => {
    const at = left + (place / (count - 1)) * (right - left);
    return { at, anchor: anchorOf(place, count), label: chartDay(x.invert(at), span, zone) };
  });
  return (
    <g aria-hidden>
      {marks.map(({ value, label }) => (
        <g key={value}>
          <line
            x1={left}
            x2={right}
            y1={y(value)}
            y2={y(value)}
            className={value === 0 ? "stroke-control" : "stroke-line"}
          />
          <text
            x={left - 8}
            y={y(value)}
            dy="0.32em"
            textAnchor="end"
            className="fill-ink-soft tabular-nums"
          >
            {label}
          </text>
        </g>
      ))}
      {days.map(({ at, anchor, label }) => (
        <text key={at} x={at} y={bottom + 18} textAnchor={anchor} className="fill-ink-soft">
          {label}
        </text>
      ))}
    </g>
  );
}

function anchorOf(place: number, count: number): "end" | "middle" | "start" {
  if (place === 0) return "start";
  return place === count - 1 ? "end" : "middle";
}
