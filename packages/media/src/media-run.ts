/** One piece of work. When `signal` aborts, its processes are killed and its reason is thrown. */
export type MediaRun = {
  signal: AbortSignal;
  /** How much is done, 0 to 1, now and then. */
  progress?: ((part: number) => void) | undefined;
  /** Told of each process that worked, when it is done with this. */
  used?: ((usage: Usage) => void) | undefined;
};

/** What the watchdog saw of one process during one piece of work. */
export type Usage = {
  program: "ffmpeg" | "ffprobe" | "sharp";
  /** The most memory that it took (resident), with the limit at which it is killed. */
  peakMb: number;
  limitMb: number;
  ms: number;
  limitMs: number;
  ended: "cancelled" | "done" | "failed" | "memory" | "time";
};
