"use client";

import { dayName } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { useNow } from "#components/ui/use-now.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DrawnLine } from "./line-chart.tsx";
import type { DayReadings } from "./readings-by-day.ts";

type ReadingsTableProps = {
  caption: string;
  lines: readonly DrawnLine[];
  days: readonly DayReadings[];
  say: (value: number) => string;
};

/** What the chart above it shows, for reading instead of looking; the newest day first. */
export function ReadingsTable({ caption, lines, days, say }: ReadingsTableProps) {
  const { insights: text } = useMessages(insightsMessages);
  const today = wallTimeAt(useNow(), useTimeZone()).date;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-control py-1 text-ink-soft hover:text-ink pointer-coarse:py-2.5">
        {text.showTable}
      </summary>
      <section
        aria-label={caption}
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="mt-2 max-h-80 overflow-auto rounded-control border border-line"
      >
        <table className="w-full tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 bg-sunken text-left">
            <tr>
              <th scope="col" className="px-3 py-2 font-strong">
                {text.day}
              </th>
              {lines.map(({ key, label }) => (
                <th key={key} scope="col" className="px-3 py-2 text-right font-strong">
                  <span data-sensitive>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ date, values }) => (
              <tr key={date} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                  {dayName(date, today)}
                </th>
                {lines.map(({ key }, place) => {
                  const value = values[place] ?? null;
                  return (
                    <td key={key} className="px-3 py-1.5 text-right">
                      {value === null ? (
                        <span className="text-ink-soft">{text.noReading}</span>
                      ) : (
                        <span data-sensitive>{say(value)}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
