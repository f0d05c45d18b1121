import { AppError } from "@genie/errors";
import { runVitest, testEnv } from "@genie/stack";
import { onThrowawayStack } from "./throwaway-stack.ts";

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
export function runSuiteOnStack({ filter, env, failure, signal }: Suite): Promise<string> {
  // Tests of the stack find all servers that `npm test` has, or don't begin.
  const platforms = ["bluesky", "mastodon"] as const;
  return onThrowawayStack({ withTools: true, platforms, signal }, async (stack) => {
    const { output, failed } = await runVitest(["integration"], {
      env: { ...testEnv(stack), ...env },
      signal,
      filter,
    });
    if (failed > 0) throw new AppError("internal", `${failure}\n${output}`);
    return output;
  });
}

/** The numbers that `pattern` finds in what tests printed. Throws when they printed no such line. */
export function numbersIn(output: string, pattern: RegExp): number[] {
  const found = pattern.exec(output);
  if (found === null) throw new AppError("internal", `The tests printed no ${pattern}.\n${output}`);
  return found.slice(1).map(Number);
}
