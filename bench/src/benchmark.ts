import type { Figure } from "./figure.ts";
import type { BarPlot } from "./plot-bars.ts";

export type Outcome = { figures: Record<string, Figure>; plot: BarPlot };

/** One benchmark: measures, and leaves writing and printing to `main.ts`. */
export type Benchmark = {
  defaultRepetitions: number;
  run: (options: {
    repetitions: number;
    /** How long it goes on, for those that take a time of their own. */
    minutes?: number | undefined;
    signal: AbortSignal;
  }) => Promise<Outcome>;
};
