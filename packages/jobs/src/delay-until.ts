const delays = new WeakMap<object, Date>();

/** Ends a run by throwing; the runner puts the job back until then. */
export function delayUntil(date: Date): never {
  const signal = new Error("The job waits for its time.");
  delays.set(signal, date);
  throw signal;
}

/** The time that `delayUntil` was called with, when that is what was thrown. */
export function delayedUntil(thrown: unknown): Date | undefined {
  return typeof thrown === "object" && thrown !== null ? delays.get(thrown) : undefined;
}
