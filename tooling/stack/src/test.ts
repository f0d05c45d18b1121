import { parseArgs } from "node:util";
import { runTests, suites, suitesByName } from "./checks/run-tests.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { timeLine } from "./report.ts";
import { stopSignal } from "./stop-signal.ts";

// `npm test` runs everything; `npm test -- integration --filter=tokens` a part of it.
await exitWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { filter: { type: "string" } },
  });
  const named = suitesByName.filter((name) => positionals.includes(name));
  const wanted = named.length > 0 ? named : suites;
  const unknown = positionals.filter((name) => !suitesByName.some((suite) => suite === name));
  if (unknown.length > 0) {
    throw misconfigured(`There is no suite ${unknown.join(", ")}. Use ${suitesByName.join(", ")}.`);
  }
  const started = Date.now();
  const signal = stopSignal();
  const { passed, failed } = await runTests({ wanted, filter: values.filter, signal });
  process.stdout.write(`${timeLine("All", Date.now() - started)}\n`);
  if (signal.aborted) process.stdout.write("Stopped before the end.\n");
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || signal.aborted ? 1 : 0;
});
