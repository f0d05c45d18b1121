import { spawn } from "node:child_process";
import { once } from "node:events";

export type StartMessage = { line: string } | { ready: true } | { problem: string };

/**
 * Runs the start program `script` as a process of its own that outlives this one, shows its lines and
 * returns when it is up (0) or has failed (1). A signal in between ends it.
 */
export async function runDetached(script: string): Promise<number> {
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  let isReady = false;
  let problem =
    "The stack ended before it was up. Run `npm start` without --until-ready to see why.";
  child.on("message", (message: StartMessage) => {
    if ("line" in message) process.stdout.write(`${message.line}\n`);
    if ("problem" in message) problem = message.problem;
    if ("ready" in message) {
      isReady = true;
      child.disconnect();
    }
  });
  // Comes after the last message, also when the child has ended; "exit" may come before it.
  await once(child, "disconnect");
  if (isReady) {
    child.unref();
    return 0;
  }
  process.stderr.write(`${problem}\n`);
  return 1;
}
