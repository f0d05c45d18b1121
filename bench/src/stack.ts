import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { stackEnv } from "./env.ts";
import { readPhases, readPids } from "./run-file.ts";

const root = join(import.meta.dirname, "../..");
const readyWithinMs = 15 * 60_000;
const stopsWithinMs = 60_000;

/** Seconds from the command to a ready stack, and of each phase as the stack itself counts them. */
export type StartTimes = { wallS: number; phasesS: Map<string, number> };

/**
 * Starts the stack in `dataDir`, waits until it is ready, and stops it again whatever happens. What
 * it prints goes to `logFile`. Throws `upstream_unavailable` when it does not get ready.
 */
export async function timeStart(
  dataDir: string,
  logFile: string,
  signal: AbortSignal,
): Promise<StartTimes> {
  await rm(join(dataDir, "run.json"), { force: true });
  await rm(join(dataDir, "phases.json"), { force: true });
  const startedAt = performance.now();
  const starter = await spawnScript("start.mjs", ["--until-ready"], dataDir, logFile);
  try {
    for (;;) {
      signal.throwIfAborted();
      const [pids, phasesS] = [await readPids(dataDir), await readPhases(dataDir)];
      if (pids !== undefined && phasesS !== undefined) {
        return { wallS: (performance.now() - startedAt) / 1000, phasesS };
      }
      const failed = starter.signalCode !== null || (starter.exitCode ?? 0) !== 0;
      if (failed || performance.now() - startedAt > readyWithinMs) {
        throw new AppError(
          "upstream_unavailable",
          `The stack did not get ready. It said:\n${(await readFile(logFile, "utf8")).slice(-4000)}`,
        );
      }
      await wait(20);
    }
  } finally {
    await stopStack(starter, dataDir, logFile);
  }
}

async function stopStack(starter: ChildProcess, dataDir: string, logFile: string): Promise<void> {
  const pids = (await readPids(dataDir)) ?? [];
  const stopper = await spawnScript("stop.mjs", [], dataDir, logFile);
  await endsWithin(stopper, stopsWithinMs);
  // The groups that we made, then what the run file names, in case the stop command missed some.
  for (const group of [starter.pid, stopper.pid]) {
    if (group !== undefined && isAlive(-group)) {
      await end(-group);
    }
  }
  for (const pid of pids) {
    if (isAlive(pid)) {
      await end(pid);
    }
  }
}

async function spawnScript(
  script: string,
  args: string[],
  dataDir: string,
  logFile: string,
): Promise<ChildProcess> {
  const log = await open(logFile, "a");
  const child = spawn(process.execPath, [join(root, "scripts", script), ...args], {
    cwd: root,
    env: stackEnv(dataDir),
    stdio: ["ignore", log.fd, log.fd],
    detached: true,
  });
  await once(child, "spawn");
  await log.close();
  return child;
}

async function endsWithin(child: ChildProcess, timeoutMs: number): Promise<void> {
  for (let waitedMs = 0; child.exitCode === null && child.signalCode === null; waitedMs += 50) {
    if (waitedMs > timeoutMs) {
      return;
    }
    await wait(50);
  }
}

/** Asks a process, or a group when the id is negative, to end, and makes it when it does not. */
async function end(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  for (let waitedMs = 0; isAlive(pid); waitedMs += 50) {
    if (waitedMs > stopsWithinMs) {
      process.kill(pid, "SIGKILL");
      return;
    }
    await wait(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
