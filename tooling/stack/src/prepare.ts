import { parseArgs } from "node:util";
import { exitWith } from "./exit-with.ts";
import { readEnv } from "./env.ts";
import { repositoryRoot } from "./paths.ts";
import { freePorts } from "./ports.ts";
import { startStack } from "./start-stack.ts";
import { stopSignal } from "./stop-signal.ts";
import { preparedRelease } from "./whole-stack.ts";

const tell = (line: string) => process.stdout.write(`${line}\n`);

await exitWith(async () => {
  const { values } = parseArgs({ options: { "database-only": { type: "boolean" } } });
  const signal = stopSignal();
  try {
    const stack = await startStack({
      // The services of the release before may be running.
      env: { ...readEnv(repositoryRoot), ...(await freePorts()) },
      root: repositoryRoot,
      plan: preparedRelease({ builds: values["database-only"] !== true }),
      report: { line: tell },
      signal,
    });
    await stack.stop();
  } catch (error) {
    if (!signal.aborted) throw error;
    tell("Stopped before this release was ready. The next run goes on from here.");
    return 130;
  }
  tell("This release is ready. Start or restart the services now.");
  return 0;
});
