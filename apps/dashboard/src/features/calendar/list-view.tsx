"use client";

import type { Post } from "@genie/directus-client";
import { CalendarDays } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayName, monthName } from "./describe-time.ts";
import { PostLink } from "./post-link.tsx";

type ListViewProps = { month: string; days: Map<string, Post[]>; today: string; now: Date };

/** The month's posts one under the other, by day. */
export function ListView({ month, days, today, now }: ListViewProps) {
  const { calendar } = useMessages(calendarMessages);
  const ofMonth = [...days].filter(([date]) => date.startsWith(month));
  if (ofMonth.length === 0) {
    return (
      <EmptyState
        icon={CalendarDays}
        title={calendar.emptyTitle(monthName(month))}
        text={calendar.empty}
      />
    );
  }
  return (
    <section aria-label={calendar.listLabel} className="grid grid-cols-1 gap-6">
      {ofMonth.map(([date, posts]) => (
        <section
          key={date}
          aria-label={dayName(date, today)}
          className="grid grid-cols-1 gap-2 md:grid-cols-[8rem_minmax(0,1fr)] md:gap-4"
        >
          <h2 className="pt-3 font-strong">
            {dayName(date, today)}
            {date === today && <span className="block text-accent">{calendar.today}</span>}
          </h2>
          <ul className="grid grid-cols-1 gap-2">
            {posts.map((post) => (
              <li key={post.id}>
                <PostLink post={post} now={now} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
