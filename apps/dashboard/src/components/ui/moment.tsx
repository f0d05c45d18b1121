"use client";

import { describeMoment } from "./describe-moment.ts";
import { useNow } from "./use-now.ts";

/** A point in time: relative within a day, absolute beyond. */
export function Moment({ at, none }: { at: string | null; none: string }) {
  const now = useNow();
  if (at === null) return <span>{none}</span>;
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString()}>
      {describeMoment(date, now)}
    </time>
  );
}
