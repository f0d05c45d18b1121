import { once } from "node:events";
import { readEnv } from "./env.ts";
import { exitWith, problemText } from "./exit-with.ts";
import { closingLines } from "./closing-lines.ts";
import { repositoryRoot } from "./paths.ts";
import { runDetached, type StartMessage } from "./run-detached.ts";
import type { StackPlan } from "./stack-context.ts";
import { startStack } from "./start-stack.ts";
import { stopSignal } from "./stop-signal.ts";

/**
 * The body of `npm start`: brings the plan up and stays until a signal. With `--until-ready` a second
 * process does that, and this one returns when everything is up.
 */
export async function runStart(plan: StackPlan): Promise<void> {
  await exitWith(() =>
    process.argv.includes("--until-ready") ? runDetached(process.argv[1] ?? "") : stay(plan),
  );
}

async function stay(plan: StackPlan): Promise<number> {
  const stopping = stopSignal();
  // `npm start | head` closes the pipe; the stack goes on.
  process.stdout.on("error", () => undefined);
  try {
    const stack = await startStack({
      env: readEnv(repositoryRoot),
      root: repositoryRoot,
      plan,
      report: { line: tell },
      signal: stopping,
    });
    for (const line of closingLines(stack)) tell(line);
    announce({ ready: true });
    if (!stopping.aborted) await once(stopping, "abort");
    process.stdout.write("Stopping …\n");
    await stack.stop();
    process.stdout.write("Stopped. The data is kept; `npm start` goes on with it.\n");
    return 0;
  } catch (error) {
    if (stopping.aborted) {
      const text = "Stopped before everything was up.";
      process.stdout.write(`${text}\n`);
      announce({ problem: text });
      return 130;
    }
    announce({ problem: problemText(error) });
    throw error;
  }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
  announce({ line });
}

/** Tells the process that waits for us, when there is one. */
function announce(message: StartMessage): void {
  if (process.connected) process.send?.(message, undefined, {}, () => undefined);
}
