import type { Job, Profile } from "@genie/directus-client";

/**
 * Failed work that nothing newer of its kind has made good, newest first. Posts tell of themselves,
 * an account that wants a log-in is not read until it has it, and a batch is told of once.
 */
export function unsettledJobs(
  jobs: readonly Job[],
  profiles: readonly Pick<Profile, "connection" | "id">[],
): Job[] {
  const newest = new Map<string, Job>();
  for (const job of jobs) {
    const key = [job.kind, job.account?.id, job.input?.id].join();
    if (!newest.has(key)) newest.set(key, job);
  }
  const failed = [...newest.values()].filter((job) => {
    const profile = profiles.find(({ id }) => id === job.account?.id);
    const wantsLogIn = profile !== undefined && profile.connection !== "connected";
    return job.status === "failed" && job.kind !== "publish_post" && !wantsLogIn;
  });
  return failed.filter(
    ({ batchId }, place) =>
      batchId === null || failed.findIndex((other) => other.batchId === batchId) === place,
  );
}
