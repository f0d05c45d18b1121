import type { RunResult } from "@genie/jobs";
import type { PublishOutcome } from "@genie/schema";
import { counter, histogram } from "@genie/telemetry";

const jobDurations = histogram({
  name: "genie_job_duration_seconds",
  help: "How long runs of jobs took, by their kind and what came of them",
  labels: ["kind", "result"],
  buckets: [0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600],
});
const lateness = histogram({
  name: "genie_publish_lateness_seconds",
  help: "How long after its time a post began to be sent",
  labels: ["platform"],
  buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600],
});
const outcomes = counter({
  name: "genie_publish_outcomes_total",
  help: "What came of sending posts",
  labels: ["platform", "outcome"],
});
const secrets = counter({
  name: "genie_secrets_total",
  help: "Stored log-ins and other secrets that were sealed or opened",
  labels: ["operation", "result"],
});

/** A run of a job is over. */
export function countRun(run: { kind: string; result: RunResult; durationMs: number }): void {
  const { kind, result, durationMs } = run;
  jobDurations.observe({ kind, result }, durationMs / 1000);
}

/** A post is about to be sent, so many milliseconds after its time. */
export function countLateness(platform: string, lateMs: number): void {
  lateness.observe({ platform }, Math.max(0, lateMs) / 1000);
}

/** What came of sending a post. */
export function countOutcome(platform: string, { kind }: PublishOutcome): void {
  outcomes.inc({ platform, outcome: kind });
}

/** Opens a secret and counts whether it opened. */
export function countOpened<Secret>(open: () => Secret): Secret {
  try {
    const secret = open();
    secrets.inc({ operation: "open", result: "done" });
    return secret;
  } catch (error) {
    secrets.inc({ operation: "open", result: "failed" });
    throw error;
  }
}
