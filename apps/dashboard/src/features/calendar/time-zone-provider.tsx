"use client";

import { createContext, type ReactNode, use } from "react";

const TimeZoneContext = createContext("UTC");

/** The time zone that she chose: all times of posts are shown and entered in it. */
export function useTimeZone(): string {
  return use(TimeZoneContext);
}

export function TimeZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <TimeZoneContext value={zone}>{children}</TimeZoneContext>;
}
