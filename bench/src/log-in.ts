import type { Benchmark } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { numbersIn, runSuiteOnStack } from "./run-suite-on-stack.ts";

/**
 * The log-in under attack, of which `npm test` does a part: every combination of where a write says it
 * comes from on every route, a thousand log-ins from forged addresses, and how soon a session is over.
 */
export const logIn: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) => {
    const { output } = await runSuiteOnStack({
      filters: ["genie/src/harden/"],
      failure: "Somebody gets in who must not, or does not get in who may.",
      signal,
    });
    const [routes = 0, requests = 0, surprises = 0] = numbersIn(
      output,
      /Foreign writes: (\d+) routes, (\d+) requests, (\d+) surprises/,
    );
    const [forged = 0, tooMany = 0] = numbersIn(
      output,
      /Forged log-ins: (\d+) sent, (\d+) too many let through/,
    );
    const [ended = 0, slowestMs = 0] = numbersIn(
      output,
      /Ended log-ins: (\d+), the slowest after (\d+) ms/,
    );
    const counts = {
      foreign_writes_routes_count: summarize([routes]),
      foreign_writes_requests_count: summarize([requests]),
      foreign_writes_surprises_count: summarize([surprises]),
      forged_log_ins_count: summarize([forged]),
      forged_log_ins_too_many_count: summarize([tooMany]),
      ended_log_ins_count: summarize([ended]),
    };
    const bars = Object.entries(counts).map(([label, figure]) => ({
      label,
      series: "whole",
      figure,
    }));
    return {
      figures: { ...counts, ended_log_in_ms: summarize([slowestMs]) },
      plot: { title: "The log-in under attack", unit: "requests", bars },
    };
  },
};
