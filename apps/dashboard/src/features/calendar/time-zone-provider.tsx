"use client";

import { createContext, type ReactNode, use } from "react";
import { isTimeZone } from "#features/settings/time-zones.ts";

const TimeZoneContext = createContext("UTC");

/** The time zone that she chose: all times are shown and entered in it. */
export function useTimeZone(): string {
  return use(TimeZoneContext);
}

export function TimeZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <TimeZoneContext value={isTimeZone(zone) ? zone : "UTC"}>{children}</TimeZoneContext>;
}
