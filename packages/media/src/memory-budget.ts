export type MemoryBudget = {
  /** Waits, in turn, until there is so much left; the answer gives it back. Rejects with the signal's reason. */
  take: (mb: number, signal: AbortSignal) => Promise<() => void>;
};

type Waiting = { mb: number; start: () => void };

/** Shares out megabytes of memory. What asks for more than there is gets all of it, alone. */
export function openMemoryBudget(totalMb: number): MemoryBudget {
  let freeMb = totalMb;
  const waiting: Waiting[] = [];
  const startNext = () => {
    for (let next = waiting[0]; next !== undefined && next.mb <= freeMb; next = waiting[0]) {
      waiting.shift();
      freeMb -= next.mb;
      next.start();
    }
  };
  return {
    take: (asked, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const mb = Math.min(asked, totalMb);
        const giveUp = () => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(signal.reason);
          startNext();
        };
        const entry: Waiting = {
          mb,
          start: () => {
            signal.removeEventListener("abort", giveUp);
            let isGiven = false;
            resolve(() => {
              if (isGiven) return;
              isGiven = true;
              freeMb += mb;
              startNext();
            });
          },
        };
        signal.addEventListener("abort", giveUp, { once: true });
        waiting.push(entry);
        startNext();
      }),
  };
}
