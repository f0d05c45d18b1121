/** Runs work now and then about every `intervalMs`, never twice at once. */
export function startTimer(
  work: (signal: AbortSignal) => Promise<void>,
  intervalMs: number,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = run();

  async function run(): Promise<void> {
    await work(stopping.signal);
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      running = run();
    }, spread(intervalMs));
  }

  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** A quarter more or less, so that several workers don't all come at once. */
const spread = (ms: number) => ms * (0.75 + Math.random() / 2);
