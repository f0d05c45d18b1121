"use client";

import { dayName } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { useNow } from "#components/ui/use-now.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DrawnLine } from "./line-chart.tsx";
import type { DayReadings } from "./readings-by-day.ts";

type ChartReaderProps = {
  days: readonly DayReadings[];
  place: number;
  onChoose: (place: number) => void;
  lines: readonly DrawnLine[];
  say: (value: number) => string;
};

/** Says the readings of one day, which arrow keys and a finger move along. */
export function ChartReader({ days, place, onChoose, lines, say }: ChartReaderProps) {
  const { insights: text } = useMessages(insightsMessages);
  const today = wallTimeAt(useNow(), useTimeZone()).date;
  const day = days[place];
  if (day === undefined) return null;
  const name = dayName(day.date, today);
  const readings = lines.flatMap(({ label }, index) => {
    const value = day.values[index] ?? null;
    if (value === null) return [];
    return [lines.length > 1 ? `${label} ${say(value)}` : say(value)];
  });
  return (
    <div className="grid gap-0.5">
      <input
        type="range"
        aria-label={text.lookAtDay}
        aria-valuetext={`${name}: ${readings.join("; ")}`}
        min={0}
        max={days.length - 1}
        value={place}
        onChange={({ target }) => onChoose(Number(target.value))}
        className="h-8 w-full cursor-pointer pointer-coarse:h-11"
      />
      <p aria-hidden className="wrap-anywhere">
        <span className="font-strong">{name}</span>{" "}
        <span data-sensitive className="tabular-nums">
          {readings.join("; ")}
        </span>
      </p>
    </div>
  );
}
