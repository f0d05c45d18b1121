import { join } from "node:path";
import { processEnv } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { Outcome } from "./count-results.ts";
import { runCaptured } from "./run-captured.ts";
import { tellSuite } from "./tell-suite.ts";

const seed = ["--seed", "20261128"];
const size = ["--posts", "60", "--kills", "4", "--per-second", "2"];

/** Small runs with a fixed seed, on a stack of their own: nothing twice, nothing lost, and a control that shows. */
const runs = [
  { name: "Publishing under faults", args: [...size, ...seed] },
  { name: "The usual design under them", args: [...size, ...seed, "--control"] },
] as const;

/** Each passes or fails as a whole; one that fails shows all that it said. */
export async function runChaos(signal: AbortSignal): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, args } of runs) {
    const { ok, output, ms } = await runCaptured(
      [process.execPath, join(repositoryRoot, "bench/src/chaos/main.ts"), ...args],
      { folder: repositoryRoot, env: inheritedEnv(processEnv()), signal },
    );
    const outcome = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, notes: [] };
    tellSuite(name, { ...outcome, output, ms });
    outcomes.push(outcome);
  }
  return outcomes;
}
