import { once } from "node:events";
import { type Env, readEnv } from "./env.ts";
import { problemText } from "./exit-with.ts";
import { closingLines } from "./closing-lines.ts";
import { repositoryRoot } from "./paths.ts";
import { runDetached, type StartMessage } from "./run-detached.ts";
import type { StackPlan } from "./stack-context.ts";
import { type RunningStack, startStack } from "./start-stack.ts";
import { stopSignal } from "./stop-signal.ts";

export type Start = {
  plan: StackPlan;
  /** Unless it is given, that of this process over the operator's `.env`. */
  env?: Env;
  sandbox?: boolean;
  /** The command that goes on with the data. */
  command?: string;
  /** Work that is left when all services are up; answers with the last lines. */
  finish?: (
    stack: RunningStack,
    around: { tell: (line: string) => void; signal: AbortSignal },
  ) => Promise<string[]>;
};

/**
 * The body of `npm start`: brings the plan up and stays until a signal. With `--until-ready` a second
 * process does that, and this one returns when everything is up. Answers with the exit code.
 */
export function runStart(start: Start): Promise<number> {
  return process.argv.includes("--until-ready") ? runDetached(process.argv[1] ?? "") : stay(start);
}

async function stay({
  plan,
  env = readEnv(repositoryRoot),
  sandbox = false,
  command = "npm start",
  finish = (stack) => Promise.resolve(closingLines(stack)),
}: Start): Promise<number> {
  const stopping = stopSignal();
  // `npm start | head` closes the pipe; the stack goes on.
  process.stdout.on("error", () => undefined);
  try {
    const stack = await startStack({
      env,
      root: repositoryRoot,
      plan,
      sandbox,
      report: { line: tell },
      signal: stopping,
    });
    try {
      for (const line of await finish(stack, { tell, signal: stopping })) tell(line);
    } catch (error) {
      await stack.stop();
      throw error;
    }
    announce({ ready: true });
    if (!stopping.aborted) await once(stopping, "abort");
    process.stdout.write("Stopping …\n");
    await stack.stop();
    process.stdout.write(`Stopped. The data is kept; \`${command}\` goes on with it.\n`);
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
