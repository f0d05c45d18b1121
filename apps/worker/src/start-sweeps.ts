import type { Logger } from "@genie/logger";
import { inSpan } from "@genie/telemetry";
import { startTimer } from "./start-timer.ts";
import { sweep, type SweepStep, type SweepSteps } from "./sweep.ts";

/** What a worker looks after now and then. */
export type Upkeep = Record<
  "checkForRestore" | "checkLive" | "deliver" | "settle" | "sweepJobs" | "sweepPosts",
  SweepStep
> & { forgetProfiles?: SweepStep };

/**
 * Looks after everything at once and then about every `intervalMs`. What waits for browsers and platforms, minutes
 * for one account, goes on beside the rest and holds nothing of it up.
 */
export function startSweeps(
  upkeep: Upkeep,
  { log, intervalMs }: { log: Logger; intervalMs: number },
): { stop: () => Promise<void> } {
  const { checkForRestore, checkLive, deliver, forgetProfiles, settle, sweepJobs, sweepPosts } =
    upkeep;
  const sweeps: SweepSteps[] = [
    {
      deliver,
      "check for a restore": checkForRestore,
      "sweep posts": sweepPosts,
      "sweep jobs": sweepJobs,
    },
    // What is known here need not be asked of a platform.
    { deliver, "settle doubtful posts": settle },
    { "look at published posts": checkLive },
    ...(forgetProfiles ? [{ "forget profiles": forgetProfiles }] : []),
  ];
  const timers = sweeps.map((steps) =>
    startTimer(
      (signal) => inSpan("sweep", { parent: null }, () => sweep(steps, log, signal)),
      intervalMs,
    ),
  );
  return {
    stop: async () => {
      await Promise.all(timers.map((timer) => timer.stop()));
    },
  };
}
