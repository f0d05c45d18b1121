"use client";

import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { describeMoment, momentInFull } from "./describe-moment.ts";
import { useNow } from "./use-now.ts";

/** A point in time: relative within a day, absolute beyond, on the clock that she chose. */
export function Moment({ at, none }: { at: string | null; none: string }) {
  const now = useNow();
  const zone = useTimeZone();
  if (at === null) return <span>{none}</span>;
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={momentInFull(date, zone)}>
      {describeMoment(date, now, zone)}
    </time>
  );
}
