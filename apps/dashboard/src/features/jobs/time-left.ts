import type { Job } from "@genie/directus-client";

const leastPercent = 5;
const leastMs = 3_000;

/** How long a running job may still take, in ms, by how fast it has been; null when it is too early to say. */
export function timeLeftMs(
  { progress, startedAt }: Pick<Job, "progress" | "startedAt">,
  now: Date,
): number | null {
  if (startedAt === null || progress < leastPercent || progress >= 100) return null;
  const tookMs = now.getTime() - Date.parse(startedAt);
  return tookMs < leastMs ? null : (tookMs * (100 - progress)) / progress;
}
