import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import type { ProcessMark } from "../state.ts";
import { lastLines, logFile } from "./logs.ts";
import { endProcess, markProcess, signalGroup } from "./processes.ts";
import { restartDelay } from "./restart-delay.ts";
import type { Service } from "./service.ts";

const pollMs = 100;

export type Supervised = {
  service: Service;
  /** Resolves at the first time the service is ready; rejects when its first start fails or is stopped. */
  ready: Promise<void>;
  stop: () => Promise<void>;
};

export type Surroundings = {
  logsFolder: string;
  /** A line for the person: a service died, came back, keeps dying. */
  tell: (line: string) => void;
  /** Called with the new process at every start, and with null when it is gone for good. */
  remember: (mark: ProcessMark | null) => void;
};

/**
 * Starts a service and, once it has been ready, keeps it running until `stop`. A first start that fails
 * is not tried again: `ready` rejects with `upstream_unavailable` and the end of the log.
 */
export function supervise(service: Service, around: Surroundings): Supervised {
  const stopping = new AbortController();
  const { signal } = stopping;
  let child = launch(service, around);
  return { service, ready: firstStart(), stop };

  async function stop(): Promise<void> {
    stopping.abort();
    await end(child, service);
    around.remember(null);
  }

  async function firstStart(): Promise<void> {
    const failure = await waitUntilReady(service, child, signal);
    signal.throwIfAborted();
    if (failure !== null) throw firstStartFailed(service, failure, around.logsFolder);
    void keepRunning();
  }

  async function keepRunning(): Promise<void> {
    const deaths: number[] = [];
    for (;;) {
      await ended(child);
      if (signal.aborted) return;
      signalRest(child);
      deaths.push(Date.now());
      const { delayMs, keepsDying } = restartDelay(deaths, Date.now());
      around.tell(deathNotice(service, child, delayMs, keepsDying));
      await waitUnlessAborted(delayMs, signal);
      if (signal.aborted) return;
      try {
        await restart();
      } catch (error) {
        // A full disk, for example. What is not running counts as dead, so it is tried again.
        around.tell(`${service.name} could not be started: ${String(error)}`);
      }
    }
  }

  async function restart(): Promise<void> {
    child = launch(service, around);
    const failure = await waitUntilReady(service, child, signal);
    if (signal.aborted) return;
    if (failure === null) around.tell(`${service.name} is up again (process ${child.pid}).`);
    else await end(child, service);
  }
}

function launch(service: Service, around: Surroundings): ChildProcess {
  service.beforeStart?.();
  const log = openSync(logFile(around.logsFolder, service.name), "a", 0o600);
  const [program, ...args] = service.command;
  const child = spawn(program, args, {
    cwd: service.folder,
    env: { ...service.env },
    stdio: ["ignore", log, log],
    // A group of its own: Ctrl-C reaches the supervisor alone, which ends the services in order.
    detached: true,
    ...service.user,
  });
  closeSync(log);
  // A program that cannot be started at all; `ended` sees it as an exit without a code.
  child.on("error", () => undefined);
  const mark = child.pid === undefined ? null : markProcess(child.pid);
  if (mark !== null) around.remember(mark);
  return child;
}

async function waitUntilReady(
  service: Service,
  child: ChildProcess,
  stopping: AbortSignal,
): Promise<string | null> {
  const deadline = Date.now() + service.readyWithinMs;
  while (Date.now() < deadline && !stopping.aborted) {
    if (hasEnded(child)) return `ended at once (${howItEnded(child)})`;
    if (await service.isReady()) return null;
    await wait(pollMs);
  }
  return `was not ready after ${Math.round(service.readyWithinMs / 1000)} s`;
}

async function end(child: ChildProcess, service: Service): Promise<void> {
  const mark = child.pid === undefined || hasEnded(child) ? null : markProcess(child.pid);
  if (mark !== null) await endProcess(mark, service.stopSignal, service.stopWithinMs);
  await ended(child);
  signalRest(child);
}

/** Ends what a process that is gone left behind in its group. */
function signalRest(child: ChildProcess): void {
  if (child.pid !== undefined) signalGroup(child.pid, "SIGKILL", { groupOnly: true });
}

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, "exit");
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function howItEnded(child: ChildProcess): string {
  if (child.pid === undefined) return `${child.spawnfile} cannot be run`;
  return child.signalCode ?? `exit code ${child.exitCode}`;
}

async function waitUnlessAborted(delayMs: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(delayMs, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function deathNotice(
  service: Service,
  child: ChildProcess,
  delayMs: number,
  keepsDying: boolean,
): string {
  const delay = `${delayMs / 1000} s`;
  const how = `${service.name} ended (${howItEnded(child)})`;
  return keepsDying
    ? `${how}; it keeps doing so, 5 times within 2 minutes. See ${service.name}.log in the logs folder; trying again every ${delay}.`
    : `${how}; starting it again in ${delay}.`;
}

function firstStartFailed(service: Service, failure: string, logsFolder: string): AppError {
  const file = logFile(logsFolder, service.name);
  return new AppError(
    "upstream_unavailable",
    `${service.name} ${failure}. Its log, ${file}, ends with:\n${lastLines(file)}`,
  );
}
