import { join } from "node:path";
import { processEnv } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { Outcome } from "./count-results.ts";
import { type Captured, runCaptured } from "./run-captured.ts";
import { tellSuite } from "./tell-suite.ts";

const size = ["--posts", "60", "--kills", "4", "--per-second", "2"];
const seed = "20261128";

/**
 * Small runs with a fixed seed, on a stack of their own: nothing twice, nothing lost, and a control that
 * shows. No kill need hit the control while it sends, so it has three seeds to show in.
 */
const runs = [
  { name: "Publishing under faults", args: size, seeds: [seed] },
  {
    name: "The usual design under them",
    args: [...size, "--control"],
    seeds: [seed, "20261129", "20261130"],
  },
] as const;

/** Each passes or fails as a whole; one that fails shows all that it said. */
export async function runChaos(signal: AbortSignal): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, args, seeds } of runs) {
    const result = await runWithin(seeds, args, signal);
    const outcome = { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1, notes: [] };
    tellSuite(name, { ...outcome, ...result });
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Runs with one seed after the other until one passes. */
async function runWithin(
  [first = seed, ...others]: readonly string[],
  args: readonly string[],
  signal: AbortSignal,
): Promise<Captured> {
  const result = await runCaptured(
    [process.execPath, join(repositoryRoot, "bench/src/chaos/main.ts"), ...args, "--seed", first],
    { folder: repositoryRoot, env: inheritedEnv(processEnv()), signal },
  );
  return result.ok || others.length === 0 || signal.aborted
    ? result
    : runWithin(others, args, signal);
}
