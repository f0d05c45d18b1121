import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Usage } from "./media-run.ts";
import { watchProcess } from "./watch-process.ts";

export type ProgramRun = {
  program: "ffmpeg" | "ffprobe";
  path: string;
  args: readonly string[];
  /** An empty folder. */
  cwd: string;
  memoryMb: number;
  timeMs: number;
  /** Without getting on for so long it is killed. */
  stallMs?: number;
  signal: AbortSignal;
  /** Of stdout. Whether it shows that the program gets on. */
  onLine: (line: string) => boolean;
};

const mostStderr = 4_000;

/** Runs a program until it ends or goes over a limit. Never rejects. */
export async function runProgram(
  options: ProgramRun,
): Promise<{ stderr: string; usage: Usage; cause?: unknown }> {
  const { program, path, args, cwd, memoryMb, timeMs, stallMs, signal, onLine } = options;
  const since = performance.now();
  let ended: Usage["ended"] = "done";
  let cause: unknown;
  let stderr = "";
  // Nothing of ours is in its environment: no keys, no addresses.
  const child = spawn(path, args, { cwd, env: {}, stdio: ["ignore", "pipe", "pipe"] });
  const end = (why: Usage["ended"]) => {
    if (ended !== "done") return;
    ended = why;
    child.kill("SIGKILL");
  };
  const cancel = () => end("cancelled");
  signal.addEventListener("abort", cancel, { once: true });
  if (signal.aborted) cancel();
  const watch =
    child.pid === undefined
      ? undefined
      : watchProcess(child.pid, { memoryMb, timeMs, onExceeded: end });
  const stall = stallMs === undefined ? undefined : setTimeout(() => end("time"), stallMs);
  createInterface(child.stdout).on("line", (line) => {
    if (onLine(line)) stall?.refresh();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-mostStderr);
  });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      cause = error;
      resolve(null);
    });
    child.once("close", resolve);
  });
  clearTimeout(stall);
  signal.removeEventListener("abort", cancel);
  const ms = performance.now() - since;
  const { peakMb = 0 } = (await watch?.end()) ?? {};
  if (ended === "done" && exitCode !== 0) ended = "failed";
  const usage = { program, peakMb, limitMb: memoryMb, ms, limitMs: timeMs, ended };
  return { stderr, usage, cause: cause ?? (exitCode === null ? "It was killed." : undefined) };
}
