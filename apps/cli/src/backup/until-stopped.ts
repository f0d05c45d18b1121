import { stopSignal } from "@genie/stack";

/**
 * Runs work that Ctrl-C ends in order: what it has started is stopped, and what it has unpacked is removed. Work that was
 * ended so, and has changed nothing, throws the reason of the signal.
 */
export async function untilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const signal = stopSignal();
  try {
    await work(signal);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    process.stderr.write("Stopped before it was done. Nothing was changed.\n");
    process.exitCode = 130;
  }
}
