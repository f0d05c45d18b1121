import type { Logger } from "@genie/logger";

export type SweepStep = (signal: AbortSignal) => Promise<void>;

/** The steps of a sweep, in order. */
export type SweepSteps = Record<string, SweepStep>;

/** Takes one step after the other; one that fails is left to the next sweep and holds none up. */
export async function sweep(steps: SweepSteps, log: Logger, signal: AbortSignal): Promise<void> {
  for (const [step, take] of Object.entries(steps)) {
    if (signal.aborted) return;
    try {
      await take(signal);
    } catch (err) {
      log.warn({ err, step }, "a step of the sweep failed");
    }
  }
}
