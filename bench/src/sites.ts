import type { Benchmark } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { runSuiteOnStack } from "./run-suite-on-stack.ts";

/**
 * What is done on pages of platforms, of which `npm test` does a part: everything that an adapter must do, for each
 * site that is described, in each markup; and each spelling of an address inside, by each way to get there.
 */
export const sites: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) => {
    const { passed } = await runSuiteOnStack({
      filters: [
        "packages/platforms/src/recipe/described-sites",
        "packages/platforms/src/sandbox/",
        "apps/browser/src/egress/",
      ],
      failure: "A site is not read or posted to as it should be, or leads to an address inside.",
      signal,
    });
    const figures = { sites_tests_count: summarize([passed]) };
    const bars = [{ label: "tests", series: "whole", figure: figures.sites_tests_count }];
    return { figures, plot: { title: "Sites in every markup", unit: "tests", bars } };
  },
};
