import type { CourseStep } from "@genie/directus-client";
import { z } from "zod";

const dayMs = 24 * 60 * 60_000;

/** How far back is looked, and how dense the readings are that are drawn. */
export const periods = {
  "30d": { days: 30, step: "day" },
  "90d": { days: 90, step: "day" },
  year: { days: 365, step: "week" },
  all: { days: null, step: "week" },
} as const satisfies Record<string, { days: number | null; step: CourseStep }>;

export type Period = keyof typeof periods;

export const periodNames = Object.keys(periods) as Period[];
export const bestOrders = ["likes", "earnings", "views"] as const;
/** What says how well a post does. */
export const successes = ["engagement", "earnings"] as const;
export type Success = (typeof successes)[number];

export type InsightsQuery = {
  period: Period;
  /** One account; null for all. */
  account: string | null;
  best: (typeof bestOrders)[number];
  by: Success;
};

const Query = z.object({
  period: z.enum(periodNames).catch("30d"),
  account: z.uuid().nullable().catch(null),
  best: z.enum(bestOrders).catch("likes"),
  by: z.enum(successes).catch("engagement"),
});

/** What the address asks for; what makes no sense is left out. */
export function insightsQuery(get: (part: keyof InsightsQuery) => string | null): InsightsQuery {
  return Query.parse({
    period: get("period"),
    account: get("account"),
    best: get("best"),
    by: get("by"),
  });
}

/** When a period begins; null for all there is. */
export function startOf(period: Period, now: Date): Date | null {
  const { days } = periods[period];
  return days === null ? null : new Date(now.getTime() - days * dayMs);
}

/** The time between two readings that are drawn, if none is missing. */
export function stepMs(period: Period): number {
  return periods[period].step === "day" ? dayMs : 7 * dayMs;
}
