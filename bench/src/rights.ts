import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import {
  makeThrowawayFolder,
  provideTools,
  runVitest,
  startThrowawayStack,
  testEnv,
} from "@genie/stack";
import type { Benchmark } from "./benchmark.ts";
import { summarize } from "./measure.ts";

const toolsWithinMs = 10 * 60_000;

/** The whole matrix of rights, of which `npm test` asks a part: every caller asks every probe of each field. */
export const rights: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) => {
    const folder = makeThrowawayFolder();
    try {
      const { paths: tools } = await provideTools({
        wanted: ["chromium", "ffmpeg", "redis"],
        // oxlint-disable-next-line node/no-process-env
        env: process.env,
        log: join(folder, "install.log"),
        tried: [],
        withinMs: toolsWithinMs,
        signal,
      });
      const report = { line: (text: string) => void process.stderr.write(`${text}\n`) };
      // Tests of the stack find all servers that `npm test` has, or don't begin.
      const platforms = ["bluesky", "mastodon"] as const;
      const stack = await startThrowawayStack(folder, tools, report, signal, {}, { platforms });
      try {
        const env = { ...testEnv(stack), RIGHTS: "whole" };
        const filter = "apps/cms/src/rights/";
        const { output, failed } = await runVitest(["integration"], { env, signal, filter });
        const [, probes, surprises] = /Rights: (\d+) probes, (\d+) surprises/.exec(output) ?? [];
        if (failed > 0 || probes === undefined) {
          throw new AppError("internal", `Somebody's rights are not as they should be.\n${output}`);
        }
        const figures = {
          rights_probes_count: summarize([Number(probes)]),
          rights_surprises_count: summarize([Number(surprises)]),
        };
        const bars = Object.entries(figures).map(([label, figure]) => ({
          label,
          series: "whole",
          figure,
        }));
        return { figures, plot: { title: "The matrix of rights", unit: "requests", bars } };
      } finally {
        await stack.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
