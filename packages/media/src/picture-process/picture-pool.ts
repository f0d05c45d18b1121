import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { processLimits } from "../limits.ts";
import type { MediaRun, Usage } from "../media-run.ts";
import type { MemoryBudget } from "../memory-budget.ts";
import { needsTooMuchMemory, processLost, tookTooLong } from "../problems.ts";
import { watchProcess } from "../watch-process.ts";
import type { Answer, Problem, WorkInput, WorkName, WorkOutput } from "./messages.ts";

export type PicturePool = {
  run: <Name extends WorkName>(
    work: Name,
    input: WorkInput<Name>,
    run: MediaRun,
    needs?: { estimateMb?: number | undefined; timeMs?: number },
  ) => Promise<WorkOutput<Name>>;
  close: () => void;
};

type Worker = { child: ChildProcess; done: number };

/** A process is replaced after so many pieces of work, and when it keeps more than this. */
const worksOfOne = 200;
const keepsMb = 320;
const mostIdle = 2;
/** What a process takes that has nothing to do. */
const ownMb = 100;

/** Processes that work on pictures with sharp, one piece of work at a time each, and are used again. */
export function openPicturePool(folder: string, budget: MemoryBudget): PicturePool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let isClosed = false;

  const start = (): Worker => {
    const child = fork(join(import.meta.dirname, "main.ts"), [], {
      cwd: folder,
      // Nothing of ours: no keys, no addresses. Fontconfig keeps its list of fonts in the folder.
      // The C library otherwise keeps freed memory for each thread, and a process grows with each picture.
      env: { XDG_CACHE_HOME: join(folder, "cache"), MALLOC_ARENA_MAX: "1" },
      execArgv: ["--max-old-space-size=256", "--disable-warning=ExperimentalWarning"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker = { child, done: 0 };
    all.add(worker);
    child.once("exit", () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at !== -1) idle.splice(at, 1);
    });
    return worker;
  };

  const giveBack = (worker: Worker, keptMb: number) => {
    worker.done += 1;
    const isSpent = worker.done >= worksOfOne || keptMb > keepsMb || idle.length >= mostIdle;
    if (isClosed || isSpent) {
      worker.child.kill("SIGKILL");
      return;
    }
    // One that has nothing to do keeps nobody from ending.
    worker.child.unref();
    worker.child.channel?.unref();
    idle.push(worker);
  };

  return {
    run: async (work, input, run, needs = {}) => {
      const { estimateMb = ownMb, timeMs = processLimits.pictureMs } = needs;
      const giveMemoryBack = await budget.take(estimateMb, run.signal);
      if (isClosed) throw processLost("The pool is closed.");
      const worker = idle.pop() ?? start();
      worker.child.ref();
      worker.child.channel?.ref();
      const { answer, usage, keptMb } = await ask(
        worker.child,
        { work, input },
        run.signal,
        timeMs,
      );
      giveMemoryBack();
      run.used?.(usage);
      if (usage.ended === "done" || usage.ended === "failed") giveBack(worker, keptMb);
      if (usage.ended === "cancelled") throw run.signal.reason;
      if (usage.ended === "memory") throw needsTooMuchMemory();
      if (usage.ended === "time") throw tookTooLong();
      if (answer === undefined) throw processLost("The picture process ended.");
      if ("problem" in answer) throw toError(answer.problem);
      // Both ends are of one build: the answer is what the named work returns.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer.output as WorkOutput<typeof work>;
    },
    close: () => {
      isClosed = true;
      for (const { child } of all) child.kill("SIGKILL");
    },
  };
}

/** Sends a piece of work and waits for its answer, or for the end of the process. */
async function ask(
  child: ChildProcess,
  request: { work: WorkName; input: unknown },
  signal: AbortSignal,
  timeMs: number,
): Promise<{ answer: Answer | undefined; usage: Usage; keptMb: number }> {
  const limitMb = processLimits.memoryMb;
  const since = performance.now();
  let ended: Usage["ended"] = "done";
  const end = (why: Usage["ended"]) => {
    if (ended !== "done") return;
    ended = why;
    child.kill("SIGKILL");
  };
  const cancel = () => end("cancelled");
  const watch =
    child.pid === undefined
      ? undefined
      : watchProcess(child.pid, { memoryMb: limitMb, timeMs, onExceeded: end });
  signal.addEventListener("abort", cancel, { once: true });
  if (signal.aborted) cancel();
  const answer = await new Promise<Answer | undefined>((resolve) => {
    const onMessage = (message: Answer) => settle(message);
    const onEnd = () => settle(undefined);
    const settle = (value: Answer | undefined) => {
      child.off("message", onMessage);
      child.off("exit", onEnd);
      child.off("error", onEnd);
      resolve(value);
    };
    child.on("message", onMessage);
    child.on("exit", onEnd);
    child.on("error", onEnd);
    child.send(request, (error) => {
      if (error !== null) onEnd();
    });
  });
  signal.removeEventListener("abort", cancel);
  const ms = performance.now() - since;
  const { peakMb = 0, keptMb = 0 } = (await watch?.end()) ?? {};
  if (ended === "done" && (answer === undefined || "problem" in answer)) ended = "failed";
  // A process that is over its limit, yet was done before anybody looked.
  if (ended === "done" && peakMb > limitMb) end("memory");
  const usage = { program: "sharp", peakMb, limitMb, ms, limitMs: timeMs, ended } as const;
  return { answer, usage, keptMb };
}

function toError({ code, retry, message, cause }: Problem): AppError {
  return new AppError(code, message, { retry, cause });
}
