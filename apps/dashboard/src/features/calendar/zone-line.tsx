"use client";

import { useHydrated } from "#components/ui/use-hydrated.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { clockTime } from "./describe-time.ts";

/** Names her time zone and what its clock shows; the server's minute may be another one. */
export function ZoneLine({ zone, now }: { zone: string; now: Date }) {
  const { calendar } = useMessages(calendarMessages);
  const isBrowser = useHydrated();
  return isBrowser ? calendar.zone(zone, clockTime(now, zone)) : calendar.zoneOnly(zone);
}
