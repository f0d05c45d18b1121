import type { Profile, ProfileSnapshot } from "@genie/directus-client";
import { accountCurrency } from "#features/platforms/account-currency.ts";
import type { Point } from "./split-at-gaps.ts";

export type Figure = "earnings" | "followers" | "likes";

/** The readings of one account. */
export type Course = { profile: Profile; readings: readonly ProfileSnapshot[] };

/** How one figure of one account went. */
export type Line = {
  profile: Profile;
  /** ISO 4217; null for counts, and where the platform does not say. */
  currency: string | null;
  /** Oldest first. Empty where the platform does not show the figure. */
  points: Point[];
};

export function figureLines(courses: readonly Course[], figure: Figure): Line[] {
  return courses.map(({ profile, readings }) => ({
    profile,
    currency: figure === "earnings" ? accountCurrency(profile) : null,
    points: readings.flatMap((reading) => {
      const value = reading[figure];
      return value === null ? [] : [{ at: Date.parse(reading.takenAt), value: Number(value) }];
    }),
  }));
}

/** Lines that may share a scale: amounts of different currencies never do. */
export function byCurrency(lines: readonly Line[]): Line[][] {
  const groups = Map.groupBy(lines, ({ currency }) => currency);
  return [...groups.values()];
}
