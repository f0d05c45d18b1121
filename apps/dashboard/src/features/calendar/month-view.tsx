"use client";

import type { Post } from "@genie/directus-client";
import { useState } from "react";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { DayCell } from "./day-cell.tsx";
import { monthName } from "./describe-time.ts";
import type { GridDay } from "./month-grid.ts";

type MonthViewProps = {
  month: string;
  grid: GridDay[][];
  days: Map<string, Post[]>;
  today: string;
  chosenDay: string | null;
  now: Date;
  onMove: (post: Post, date: string) => void;
};

/** The month as a table of days; a post can be dragged to another day. */
export function MonthView({ month, grid, days, onMove, ...rest }: MonthViewProps) {
  const { calendar } = useMessages(calendarMessages);
  const [dragged, setDragged] = useState<Post | null>(null);
  const drop = (date: string) => {
    if (dragged !== null) onMove(dragged, date);
    setDragged(null);
  };
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-card">
      <caption className="sr-only">{calendar.gridLabel(monthName(month))}</caption>
      <thead>
        <tr>
          {calendar.weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="py-2 text-xs font-normal text-ink-soft">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <DayCell
                key={day.date}
                day={day}
                posts={days.get(day.date) ?? []}
                isTarget={dragged !== null && day.date >= rest.today}
                onDrag={setDragged}
                onDrop={() => drop(day.date)}
                {...rest}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
