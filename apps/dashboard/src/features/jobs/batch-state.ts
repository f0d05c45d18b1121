import type { JobBatch } from "@genie/directus-client";
import type { JobState } from "./job-states.ts";

/** A batch as a whole: it runs until nothing of it is left to do, and has failed when something of it did. */
export function batchState({
  running,
  waiting,
  done,
  failed,
}: Pick<JobBatch, "done" | "failed" | "running" | "waiting">): JobState {
  if (running > 0) return "running";
  if (waiting > 0) return done + failed > 0 ? "running" : "waiting";
  if (failed > 0) return "failed";
  return done > 0 ? "done" : "cancelled";
}
