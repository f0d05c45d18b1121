import type { BarPlot } from "./plot-bars.ts";

/** One figure over all repetitions. Its unit goes last in its name: `seal_64_per_s`. */
export type Figure = { min: number; median: number; max: number; repetitions: number };

export type Outcome = { figures: Record<string, Figure>; plot: BarPlot };

/** One benchmark: measures, and leaves writing and printing to `main.ts`. */
export type Benchmark = {
  defaultRepetitions: number;
  run: (options: { repetitions: number; signal: AbortSignal }) => Promise<Outcome>;
};
