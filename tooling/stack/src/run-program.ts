import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { AppError } from "@genie/errors";
import type { ProcessMark } from "./state.ts";
import { lastLines, logFile } from "./supervision/logs.ts";
import { endProcess, markProcess } from "./supervision/processes.ts";

export type Program = {
  name: string;
  command: readonly [program: string, ...args: string[]];
  env: Readonly<Record<string, string>>;
  folder: string;
};

type Surroundings = {
  logsFolder: string;
  /** Called with the process when it runs, and with null when it has ended. */
  remember: (mark: ProcessMark | null) => void;
  signal: AbortSignal;
};

/** Runs a program to its end; throws `upstream_unavailable` with the end of its log when it fails. */
export async function runProgram(
  { name, command, env, folder }: Program,
  { logsFolder, remember, signal }: Surroundings,
): Promise<void> {
  signal.throwIfAborted();
  const file = logFile(logsFolder, name);
  const log = openSync(file, "a", 0o600);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env },
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const mark = child.pid === undefined ? null : markProcess(child.pid);
  remember(mark);
  const onAbort = () => {
    if (mark !== null) void endProcess(mark, "SIGTERM", 5000);
  };
  signal.addEventListener("abort", onAbort);
  const failure = await new Promise<string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, by) => resolve(code === 0 ? null : (by ?? `exit code ${code}`)));
  });
  signal.removeEventListener("abort", onAbort);
  remember(null);
  signal.throwIfAborted();
  if (failure === null) return;
  throw new AppError(
    "upstream_unavailable",
    `${name} failed (${failure}). Its log, ${file}, ends with:\n${lastLines(file)}`,
  );
}
