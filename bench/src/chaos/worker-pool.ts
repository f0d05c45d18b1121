import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How to start one of the workers; each finds its own data again when it is started anew. */
export type WorkerCommand = (slot: { number: number; folder: string }) => {
  command: readonly [string, ...string[]];
  env: Record<string, string>;
};

/** Workers that are started again whenever they end. `which` is from 0 up to 1. */
export type WorkerPool = {
  /** SIGKILL to one that runs. */
  kill: (which: number) => void;
  /** SIGSTOP, and SIGCONT after so long. */
  pause: (which: number, ms: number) => Promise<void>;
  kills: () => number;
  stop: () => Promise<void>;
};

const startsAgainMs = 500;
const stopsWithinMs = 40_000;

type Slot = { child: ChildProcess; isPaused: boolean };

export function startWorkers(count: number, folder: string, describe: WorkerCommand): WorkerPool {
  let isStopping = false;
  let kills = 0;
  const slots = Array.from({ length: count }, (_, number): Slot => {
    const own = join(folder, `worker-${number}`);
    mkdirSync(own, { recursive: true });
    const { command, env } = describe({ number, folder: own });
    const [program, ...args] = command;
    const log = openSync(join(own, "worker.log"), "a");
    const launch = () => {
      const child = spawn(program, args, { env, stdio: ["ignore", log, log] });
      child.once("exit", () => void again());
      return child;
    };
    const again = async () => {
      if (!isStopping) await wait(startsAgainMs);
      if (!isStopping) slot.child = launch();
    };
    const slot: Slot = { child: launch(), isPaused: false };
    return slot;
  });

  const choose = (which: number): Slot | undefined => {
    const running = slots.filter(({ child, isPaused }) => isRunning(child) && !isPaused);
    return running[Math.floor(which * running.length)];
  };

  return {
    kills: () => kills,
    kill: (which) => {
      const slot = choose(which);
      if (slot?.child.kill("SIGKILL")) kills += 1;
    },
    pause: async (which, ms) => {
      const slot = choose(which);
      if (slot === undefined) return;
      const { child } = slot;
      slot.isPaused = true;
      child.kill("SIGSTOP");
      await wait(ms);
      child.kill("SIGCONT");
      slot.isPaused = false;
    },
    stop: async () => {
      isStopping = true;
      await Promise.all(slots.map(({ child }) => end(child)));
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGCONT");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), stopsWithinMs);
  await ended;
  clearTimeout(force);
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.pid !== undefined;
}
