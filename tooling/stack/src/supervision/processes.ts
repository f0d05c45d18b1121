import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isSystemError } from "../misconfigured.ts";
import type { ProcessMark } from "../state.ts";

/** The mark of a running process, or null when it has ended. */
export function markProcess(pid: number): ProcessMark | null {
  const identity = process.platform === "linux" ? identifyByProc(pid) : identifyByPs(pid);
  return identity === null ? null : { pid, identity };
}

export function isRunning(mark: ProcessMark): boolean {
  return markProcess(mark.pid)?.identity === mark.identity;
}

/** Ends a process and its group: first by `signal`, after the limit by force. Never touches a stranger. */
export async function endProcess(
  mark: ProcessMark,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<void> {
  if (isRunning(mark)) signalGroup(mark.pid, signal);
  const deadline = Date.now() + withinMs;
  while (isRunning(mark) && Date.now() < deadline) await wait(50);
  if (isRunning(mark)) {
    signalGroup(mark.pid, "SIGKILL");
    while (isRunning(mark)) await wait(20);
  }
}

/** Signals a whole process group, or the process alone when it leads none; one that has ended is fine. */
export function signalGroup(
  pid: number,
  signal: NodeJS.Signals,
  { groupOnly = false }: { groupOnly?: boolean } = {},
): void {
  for (const target of groupOnly ? [-pid] : [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch (error) {
      if (!isSystemError(error, "ESRCH", "EPERM")) throw error;
    }
  }
}

/** The command line of a process, or "" when it has ended. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function identifyByProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // proc_pid_stat(5): the name in brackets may hold spaces; state is field 3, start time field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    if (state === undefined || "ZXx".includes(state)) return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function identifyByPs(pid: number): string | null {
  try {
    const args = ["-o", "stat=,lstart=,command=", "-p", String(pid)];
    const line = execFileSync("ps", args, { encoding: "utf8" }).trim();
    const [stat, ...rest] = line.split(/\s+/);
    return stat === undefined || stat === "" || stat.startsWith("Z") ? null : rest.join(" ");
  } catch {
    return null;
  }
}
