"use client";

import { listPassedChecks } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

/**
 * Whether a platform was never read with an account of this installation by the recipe of now. False while
 * that is not known.
 */
export function useIsExperimental(): (platform: Platform | undefined) => boolean {
  const checks = useQuery({
    queryKey: ["platform-checks"],
    queryFn: () => listPassedChecks(browserDirectus()),
    staleTime: 60_000,
  });
  return (platform) => {
    if (platform === undefined || !platform.isExperimental || checks.data === undefined)
      return false;
    const { id, version } = platform;
    return !checks.data.some((check) => check.platform === id && check.version === version);
  };
}
