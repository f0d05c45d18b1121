import { timeLine } from "../report.ts";
import type { SuiteResult } from "./suites.ts";

/** A line or two for a suite that passed; all it printed for one that did not. */
export function tellSuite(name: string, result: SuiteResult): void {
  const { passed, failed, notes, output, ms, slowest = [] } = result;
  if (failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
  for (const note of notes) process.stdout.write(`${name}: ${note}\n`);
  const verdict = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
  process.stdout.write(`${timeLine(name, ms)}  ${verdict}\n`);
  if (slowest.length > 0) process.stdout.write(`  of it ${slowest.join(", ")}\n`);
}
