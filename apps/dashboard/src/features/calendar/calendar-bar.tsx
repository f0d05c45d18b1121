"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { cn } from "#components/ui/cn.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { monthName } from "./describe-time.ts";
import { addMonths } from "./month-grid.ts";

const views = ["month", "list"] as const;

type CalendarBarProps = {
  month: string;
  view: (typeof views)[number];
  today: string;
  withCancelled: boolean;
};

/** Which month is shown, and how. All of it is in the address. */
export function CalendarBar({ month, view, today, withCancelled }: CalendarBarProps) {
  const { calendar } = useMessages(calendarMessages);
  const address = useAddress();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex items-center gap-1">
        <ButtonLink variant="quiet" size="icon">
          <AddressLink to={ofMonth(addMonths(month, -1))} aria-label={calendar.previous}>
            <ChevronLeft aria-hidden />
          </AddressLink>
        </ButtonLink>
        <h2 aria-live="polite" className="min-w-36 text-center text-lg font-strong">
          {monthName(month)}
        </h2>
        <ButtonLink variant="quiet" size="icon">
          <AddressLink to={ofMonth(addMonths(month, 1))} aria-label={calendar.next}>
            <ChevronRight aria-hidden />
          </AddressLink>
        </ButtonLink>
        {month !== today.slice(0, 7) && (
          <ButtonLink variant="secondary" size="small">
            <AddressLink to={{ month: null, day: null, post: null }}>{calendar.today}</AddressLink>
          </ButtonLink>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Choice
          type="checkbox"
          label={calendar.showCancelled}
          checked={withCancelled}
          onChange={({ target }) => address.go({ cancelled: target.checked ? "1" : null })}
        />
        <nav
          aria-label={calendar.viewsLabel}
          className="flex rounded-control border border-control p-0.5"
        >
          {views.map((name) => (
            <AddressLink
              key={name}
              to={{ view: name === "month" ? null : name }}
              aria-current={name === view ? "true" : undefined}
              className={cn(
                "flex min-h-8 items-center rounded-control px-3 pointer-coarse:min-h-10",
                name === view ? "bg-accent-soft font-strong text-accent" : "text-ink-soft",
              )}
            >
              {calendar.views[name]}
            </AddressLink>
          ))}
        </nav>
      </div>
    </div>
  );
}

function ofMonth(month: string) {
  return { month, day: null, post: null };
}
