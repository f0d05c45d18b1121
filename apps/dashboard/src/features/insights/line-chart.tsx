"use client";

// visx and not Recharts or Plot: typed and made for React 19, some 30 kB of it where Recharts brings a
// store and 100 kB more, and the SVG stays ours, so that gaps, blurring and readers are too.
import { scaleLinear } from "@visx/scale";
import { useId, useState } from "react";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ChartReader } from "./chart-reader.tsx";
import { ChartScales } from "./chart-scales.tsx";
import type { FigureWords } from "./figure-words.ts";
import { LineCourse } from "./line-course.tsx";
import { nearestDay } from "./nearest-day.ts";
import type { DayReadings } from "./readings-by-day.ts";
import { type Point, splitAtGaps } from "./split-at-gaps.ts";
import { useWidth } from "#components/ui/use-width.ts";
import { valueRange } from "./value-range.ts";

const height = 220;
const margin = { top: 10, right: 10, bottom: 24 };
const letterWidth = 6.6;

/** A line in a chart, under a name. */
export type DrawnLine = { key: string; label: string; points: readonly Point[] };

type LineChartProps = {
  question: string;
  lines: readonly DrawnLine[];
  /** Values in the order of the lines that have points. */
  days: readonly DayReadings[];
  from: number;
  until: number;
  stepMs: number;
  words: FigureWords;
};

/** Lines over time, with a gap where it was not read. A slider below reads them out day by day. */
export function LineChart(props: LineChartProps) {
  const { question, lines, days, from, until, stepMs, words } = props;
  const { insights: text } = useMessages(insightsMessages);
  const [ref, width] = useWidth();
  const [chosen, setChosen] = useState<number | null>(null);
  const noteId = useId();
  const place = Math.min(chosen ?? days.length - 1, days.length - 1);
  const range = valueRange(lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const y = scaleLinear({
    domain: [range.low, range.high],
    range: [height - margin.bottom, margin.top],
    nice: 4,
  });
  const marks = y.ticks(4).filter((value) => !words.isWhole || Number.isInteger(value));
  const labels = words.sayMarks(marks);
  const left = Math.ceil(Math.max(...labels.map(({ length }) => length)) * letterWidth) + 10;
  const x = scaleLinear({ domain: [from, until], range: [left, width - margin.right] });
  const day = days[place];
  return (
    <div className="grid grid-cols-1 gap-1">
      <div ref={ref} data-sensitive className="min-w-0">
        <svg
          role="img"
          aria-label={text.chartLabel(question)}
          aria-describedby={range.startsAtZero ? undefined : noteId}
          width={width}
          height={height}
          className="block max-w-full touch-pan-y text-xs"
          onPointerMove={({ clientX, currentTarget }) => {
            const { left: edge } = currentTarget.getBoundingClientRect();
            setChosen(nearestDay(days, x.invert(clientX - edge)));
          }}
        >
          {width > 0 && (
            <>
              <ChartScales
                x={x}
                y={y}
                marks={marks.map((value, index) => ({ value, label: labels[index] ?? "" }))}
                bounds={{
                  left,
                  right: width - margin.right,
                  top: margin.top,
                  bottom: height - margin.bottom,
                }}
              />
              {day !== undefined && chosen !== null && (
                <line
                  x1={x(day.at)}
                  x2={x(day.at)}
                  y1={margin.top}
                  y2={height - margin.bottom}
                  className="stroke-control"
                />
              )}
              {lines.map(({ key, points }, index) => (
                <LineCourse
                  key={key}
                  place={index}
                  stretches={splitAtGaps(points, stepMs)}
                  x={x}
                  y={y}
                />
              ))}
            </>
          )}
        </svg>
      </div>
      {!range.startsAtZero && (
        <p id={noteId} className="text-xs text-ink-soft">
          {text.cutScale} <span data-sensitive>{words.say(y.domain()[0] ?? range.low)}</span>.
        </p>
      )}
      <ChartReader
        days={days}
        place={place}
        onChoose={setChosen}
        lines={lines.filter(({ points }) => points.length > 0)}
        say={words.say}
      />
    </div>
  );
}
