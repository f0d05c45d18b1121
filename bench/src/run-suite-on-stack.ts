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

const toolsWithinMs = 10 * 60_000;

type Suite = {
  /** Only files whose path holds this text. */
  filter: string;
  /** What makes the tests go through all that they know. */
  env: Readonly<Record<string, string>>;
  /** What it means when one fails: a sentence. */
  failure: string;
  signal: AbortSignal;
};

/** Runs integration tests on a stack of their own; answers what they printed. Throws when one fails. */
export async function runSuiteOnStack({ filter, env, failure, signal }: Suite): Promise<string> {
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
      const { output, failed } = await runVitest(["integration"], {
        env: { ...testEnv(stack), ...env },
        signal,
        filter,
      });
      if (failed > 0) throw new AppError("internal", `${failure}\n${output}`);
      return output;
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The numbers that `pattern` finds in what tests printed. Throws when they printed no such line. */
export function numbersIn(output: string, pattern: RegExp): number[] {
  const found = pattern.exec(output);
  if (found === null) throw new AppError("internal", `The tests printed no ${pattern}.\n${output}`);
  return found.slice(1).map(Number);
}
