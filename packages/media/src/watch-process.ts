import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { platform } from "node:process";
import { promisify } from "node:util";

const everyMs = 100;
const kilobytesPerMegabyte = 1_024;

type Limit = { memoryMb: number; timeMs: number; onExceeded: (what: "memory" | "time") => void };

/**
 * Looks after a child process until `end`, which answers with the most memory it took and what it keeps, in megabytes.
 * Says once when it goes over a limit.
 */
export function watchProcess(pid: number, { memoryMb, timeMs, onExceeded }: Limit) {
  let peakMb = 0;
  let keptMb = 0;
  let isOver = false;
  const exceed = (what: "memory" | "time") => {
    if (isOver) return;
    isOver = true;
    onExceeded(what);
  };
  const look = async () => {
    const seen = await readMemory(pid);
    peakMb = Math.max(peakMb, seen.peakMb);
    keptMb = seen.keptMb;
    if (peakMb > memoryMb) exceed("memory");
  };
  let looking = forgetPeak(pid);
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  const deadline = setTimeout(() => exceed("time"), timeMs);
  return {
    end: async (): Promise<{ peakMb: number; keptMb: number }> => {
      clearInterval(timer);
      clearTimeout(deadline);
      await looking;
      await look();
      return { peakMb: Math.round(peakMb), keptMb: Math.round(keptMb) };
    },
  };
}

/** The kernel keeps the peak, so that nothing is missed between two looks; elsewhere it is what was seen. */
async function readMemory(pid: number): Promise<{ peakMb: number; keptMb: number }> {
  if (platform !== "linux") {
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]).catch(
      () => ({ stdout: "" }),
    );
    const keptMb = Number(stdout.trim()) / kilobytesPerMegabyte;
    return { peakMb: keptMb, keptMb };
  }
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, peak = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(text) ?? [];
  const [, kept = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(text) ?? [];
  return {
    peakMb: Number(peak) / kilobytesPerMegabyte,
    keptMb: Number(kept) / kilobytesPerMegabyte,
  };
}

/** A process that is used again starts from what it takes now. */
async function forgetPeak(pid: number): Promise<void> {
  if (platform === "linux") await writeFile(`/proc/${pid}/clear_refs`, "5").catch(() => undefined);
}
