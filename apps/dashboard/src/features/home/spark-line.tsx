import type { Trend } from "./account-trend.ts";

const width = 120;
const height = 32;
const margin = 2;

/** A line without axes: which way it goes, the numbers stand beside it. */
export function SparkLine({ points, label }: { points: Trend["points"]; label: string }) {
  const values = points.map(({ value }) => value);
  const times = points.map(({ at }) => at);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const path = points
    .map(({ at, value }) => {
      const x = place(at - first, last - first, width);
      const y = height - place(value - low, high - low, height);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-8 w-full"
    >
      <polyline
        points={path}
        vectorEffect="non-scaling-stroke"
        className="fill-none stroke-accent stroke-2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

function place(part: number, whole: number, size: number): number {
  return margin + (whole === 0 ? 0.5 : part / whole) * (size - 2 * margin);
}
