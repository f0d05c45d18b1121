import { LinePath } from "@visx/shape";
import { cn } from "#components/ui/cn.ts";
import { lineLook } from "./line-looks.ts";
import type { Point } from "./split-at-gaps.ts";

type LineCourseProps = {
  /** Of the line in its chart. */
  place: number;
  stretches: readonly Point[][];
  x: (at: number) => number;
  y: (value: number) => number;
};

/** A line that is broken where there is a gap; a reading that stands alone is a dot. */
export function LineCourse({ place, stretches, x, y }: LineCourseProps) {
  const look = lineLook(place);
  return stretches.map((stretch) => {
    const [first] = stretch;
    if (first === undefined) return null;
    if (stretch.length === 1) {
      return (
        <circle key={first.at} cx={x(first.at)} cy={y(first.value)} r={3} className={look.dots} />
      );
    }
    return (
      <LinePath
        key={first.at}
        data={stretch}
        x={({ at }) => x(at)}
        y={({ value }) => y(value)}
        strokeDasharray={look.dash}
        strokeLinejoin="round"
        strokeLinecap="round"
        className={cn("fill-none stroke-2", look.className)}
      />
    );
  });
}
