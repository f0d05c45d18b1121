import { AppError } from "@genie/errors";
import { runVitest, testEnv } from "@genie/stack";
import { onThrowawayStack } from "./throwaway-stack.ts";

type Suite = {
  /** Only files whose path holds one of these texts. */
  filters: readonly string[];
  /** What it means when one fails: a sentence. */
  failure: string;
  signal: AbortSignal;
};

/**
 * Runs integration tests on a stack of their own, through all that they know. Throws when one fails; answers what they
 * printed, and how many passed.
 */
export function runSuiteOnStack({
  filters,
  failure,
  signal,
}: Suite): Promise<{ output: string; passed: number }> {
  // Tests of the stack find all servers that `npm test` has, or don't begin.
  const platforms = ["bluesky", "mastodon"] as const;
  return onThrowawayStack({ withTools: true, platforms, signal }, async (stack) => {
    const { output, passed, failed } = await runVitest(["integration", "apart"], {
      env: { ...testEnv(stack), TESTS: "whole" },
      signal,
      filters,
    });
    if (failed > 0) throw new AppError("internal", `${failure}\n${output}`);
    return { output, passed };
  });
}

/** The numbers that `pattern` finds in what tests printed. Throws when they printed no such line. */
export function numbersIn(output: string, pattern: RegExp): number[] {
  const found = pattern.exec(output);
  if (found === null) throw new AppError("internal", `The tests printed no ${pattern}.\n${output}`);
  return found.slice(1).map(Number);
}
