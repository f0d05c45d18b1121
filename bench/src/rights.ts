import type { Benchmark } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { numbersIn, runSuiteOnStack } from "./run-suite-on-stack.ts";

/** The whole matrix of rights, of which `npm test` asks a part: every caller asks every probe of each field. */
export const rights: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) => {
    const { output } = await runSuiteOnStack({
      filters: ["apps/cms/src/rights/"],
      failure: "Somebody's rights are not as they should be.",
      signal,
    });
    process.stderr.write(`${/^Rights:[^]*?\n\n/m.exec(output)?.[0] ?? output}\n`);
    const [probes = 0, surprises = 0] = numbersIn(output, /Rights: (\d+) probes, (\d+) surprises/);
    const figures = {
      rights_probes_count: summarize([probes]),
      rights_surprises_count: summarize([surprises]),
    };
    const bars = Object.entries(figures).map(([label, figure]) => ({
      label,
      series: "whole",
      figure,
    }));
    return { figures, plot: { title: "The matrix of rights", unit: "requests", bars } };
  },
};
