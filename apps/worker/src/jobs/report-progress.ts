export type ReportProgress = (percent: number) => Promise<void>;

const minIntervalMs = 1_000;

/** Reports whole per cents, rising, at most one a second; the last step is the job's end itself. */
export function reportProgress(
  report: (percent: number) => Promise<void>,
  now: () => number = () => performance.now(),
): ReportProgress {
  let shown = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  return async (percent) => {
    const next = Math.min(99, Math.floor(percent));
    if (next <= shown || now() - shownAt < minIntervalMs) return;
    shown = next;
    shownAt = now();
    await report(next);
  };
}
