import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { type StartTimes, timeStart } from "./stack.ts";

/**
 * `npm start`, once in an empty data folder (cold) and then on its data (warm). The ratio sets a warm
 * start against the slowest thing underneath: Directus, from its launch to its first ping.
 */
export const start: Benchmark = {
  defaultRepetitions: 3,
  run: async ({ repetitions, signal }) => {
    const folder = await mkdtemp(join(tmpdir(), "genie-bench-start-"));
    // Started by root, the database runs as another user, who has to reach its data.
    await chmod(folder, 0o755);
    try {
      const timeOne = async (name: string) =>
        await timeStart(join(folder, "data"), join(folder, `${name}.log`), signal);
      const cold = [await timeOne("cold")];
      const warm: StartTimes[] = [];
      for (let repetition = 1; repetition <= repetitions; repetition++) {
        warm.push(await timeOne(`warm-${repetition}`));
      }
      return describe(cold, warm);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function describe(cold: StartTimes[], warm: StartTimes[]): Outcome {
  const outcome: Outcome = {
    figures: {
      warm_total_to_directus_ratio: summarize(
        warm.map(({ phasesS }) => phase(phasesS, "total") / phase(phasesS, "directus")),
      ),
      cold_wall_s: summarize(cold.map(({ wallS }) => wallS)),
      warm_wall_s: summarize(warm.map(({ wallS }) => wallS)),
    },
    plot: { title: "npm start, by phase", unit: "seconds", bars: [] },
  };
  for (const [series, times] of Object.entries({ cold, warm })) {
    for (const label of new Set(times.flatMap(({ phasesS }) => [...phasesS.keys()]))) {
      const figure = summarize(times.map(({ phasesS }) => phase(phasesS, label)));
      outcome.figures[`${series}_${label}_s`] = figure;
      outcome.plot.bars.push({ label, series, figure });
    }
  }
  return outcome;
}

function phase(phasesS: Map<string, number>, name: string): number {
  const seconds = phasesS.get(name);
  if (seconds === undefined) {
    throw new AppError(
      "internal",
      `The stack reported no phase "${name}", only ${[...phasesS.keys()].join(", ")}.`,
    );
  }
  return seconds;
}
