"use client";

import { readProfileCourse, type Viewer } from "@genie/directus-client";
import { useQueries } from "@tanstack/react-query";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Course } from "./figure-lines.ts";
import { type InsightsQuery, periods, startOf } from "./insights-query.ts";

/** Her accounts, and how the figures of those that were chosen went. */
export function useInsights(viewer: Viewer, { account, period }: InsightsQuery) {
  const profiles = useProfiles(viewer);
  const chosen = (profiles.data ?? []).filter(({ id }) => account === null || id === account);
  const readings = useQueries({
    queries: chosen.map(({ id }) => ({
      queryKey: ["snapshots", "course", id, period],
      queryFn: () =>
        readProfileCourse(browserDirectus(), id, {
          since: startOf(period, new Date()),
          step: periods[period].step,
        }),
    })),
  });
  const courses = chosen.flatMap<Course>((profile, place) => {
    const { data } = readings[place] ?? {};
    return data === undefined ? [] : [{ profile, readings: data }];
  });
  const parts = [profiles, ...readings];
  return {
    profiles: profiles.data,
    chosen,
    courses: profiles.data !== undefined && courses.length === chosen.length ? courses : undefined,
    parts,
    hasFailed: parts.some(({ isLoadingError }) => isLoadingError),
  };
}
