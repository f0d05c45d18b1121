import { AppError } from "@genie/errors";
import { describeMachine } from "../write-result.ts";
import { summarize } from "../measure.ts";
import { runControl } from "./control.ts";
import type { Verdict } from "./judge.ts";
import { type ChaosOptions, parseOptions } from "./options.ts";
import { type ChaosResult, runChaos } from "./run-chaos.ts";

process.exitCode = await main(process.argv.slice(2));

/** The last line is one JSON object; the exit code says whether what must hold does. */
async function main(args: string[]): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => interrupt.abort());
  }
  try {
    const options = parseOptions(args);
    const run = options.control ? runControl : runChaos;
    const result = await run(options, interrupt.signal);
    const { date, machine } = { date: new Date().toISOString(), machine: describeMachine() };
    const figures = figuresOf(options, result);
    process.stdout.write(`${JSON.stringify({ ...result, options, date, machine, figures })}\n`);
    return holds(options, result) ? 0 : 1;
  } catch (error) {
    if (interrupt.signal.aborted) process.stderr.write("Interrupted.\n");
    else if (error instanceof AppError) process.stderr.write(`${error.message}\n`);
    else throw error;
    return 1;
  }
}

/** A control without duplicates would say that the harness does not see any. */
function holds({ control }: ChaosOptions, result: ChaosResult): boolean {
  if (control) return result.duplicates > 0;
  return [result.duplicates, result.lost, result.unsettled, result.wrongState].every(
    (count) => count === 0,
  );
}

function figuresOf({ backend, control }: ChaosOptions, result: ChaosResult) {
  const prefix = control ? `${backend}_control` : backend;
  const counts: Record<string, number> = {
    [`${prefix}_posts_count`]: result.posts,
    [`${prefix}_kills_count`]: result.kills,
    [`${prefix}_wrong_state_count`]: result.wrongState + result.unsettled,
    [`${prefix}_seconds`]: result.seconds,
  };
  const verdicts: [string, Verdict][] = [[prefix, result]];
  for (const [name, verdict] of Object.entries(result.classes)) {
    verdicts.push([`${prefix}_${name}`, verdict]);
  }
  for (const [name, { duplicates, lost, needsPerson }] of verdicts) {
    counts[`${name}_duplicates_count`] = duplicates;
    counts[`${name}_lost_count`] = lost;
    counts[`${name}_needs_person_count`] = needsPerson;
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, summarize([count])]),
  );
}
