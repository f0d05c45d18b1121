/** How fast bytes leave, over the last seconds. */
export type TransferRate = {
  /** Takes how many have left by now. */
  note: (sentBytes: number, nowMs: number) => void;
  /** Bytes a second; null before anything can be said. */
  perSecond: () => number | null;
};

const windowMs = 10_000;
const leastMs = 1000;

/** Counts over a window, so that a pause or a burst does not make the time left jump about. */
export function transferRate(): TransferRate {
  let notes: { sentBytes: number; atMs: number }[] = [];
  return {
    note: (sentBytes, nowMs) => {
      const last = notes.at(-1);
      // What was cut off on its way is sent again.
      if (last && sentBytes < last.sentBytes) notes = [];
      notes = notes.filter(({ atMs }) => nowMs - atMs <= windowMs);
      notes.push({ sentBytes, atMs: nowMs });
    },
    perSecond: () => {
      const [first, last] = [notes[0], notes.at(-1)];
      if (!first || !last || last.atMs - first.atMs < leastMs) return null;
      return ((last.sentBytes - first.sentBytes) / (last.atMs - first.atMs)) * 1000;
    },
  };
}
