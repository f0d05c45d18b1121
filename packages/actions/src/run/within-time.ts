/** What `stopped` rejects with, so that the runner knows it from a failure of the step. */
export type Stop = { why: "run_time" | "step_time" | "stopped" };

/**
 * Runs a step until it is done, its time is up or the run ends, and waits for it no longer. The signal
 * that it is given ends with it in each case. Rejects with a `Stop` when it was given up.
 */
export async function withinTime<Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
  { timeoutMs, run }: { timeoutMs: number; run: AbortSignal },
): Promise<Answer> {
  const step = new AbortController();
  const stop = (reason: Stop) => step.abort(reason);
  const stopWithRun = () => stop(stopOf(run));
  if (run.aborted) stopWithRun();
  run.addEventListener("abort", stopWithRun);
  const timer = setTimeout(() => stop({ why: "step_time" }), timeoutMs);
  try {
    return await Promise.race([rejectsWith(step.signal), started(work, step.signal)]);
  } finally {
    clearTimeout(timer);
    run.removeEventListener("abort", stopWithRun);
    step.abort(over);
  }
}

/** For who still listens after the end; made once, since an error takes longer to make than most steps' own work. */
export const over = new DOMException("This is over.", "AbortError");

export const isStop = (error: unknown): error is Stop =>
  typeof error === "object" && error !== null && "why" in error && !(error instanceof Error);

/** Why a run ended before its time. */
export const stopOf = (run: AbortSignal): Stop =>
  isStop(run.reason) ? run.reason : { why: "stopped" };

/** Not begun at all when it is over already. */
async function started<Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  return work(signal);
}

function rejectsWith(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a Stop is no error of the step
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
