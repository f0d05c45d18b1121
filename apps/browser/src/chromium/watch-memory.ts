import type { Logger } from "@genie/logger";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { familyOf, memoryOf, readProcesses } from "./processes.ts";

export type MemoryWatch = ReturnType<typeof watchMemory>;

const everyMs = 2000;

/**
 * Calls back once when a process, with those below it, takes more than `maxMb` of memory.
 */
export function watchMemory({ maxMb, log }: { maxMb: number; log: Logger }) {
  const watched = new Map<number, (mb: number) => void>();
  let canLook = true;

  const look = async (): Promise<void> => {
    if (watched.size === 0 || !canLook) return;
    const processes = readProcesses(await listProcesses());
    for (const [pid, onTooMuch] of watched) {
      const mb = await memoryOf(familyOf(processes, pid));
      if (mb > maxMb && watched.delete(pid)) onTooMuch(mb);
    }
  };
  const clock = setInterval(() => {
    look().catch(() => {
      canLook = false;
      log.warn("ps does not run here, so no page's memory is limited");
    });
  }, everyMs).unref();

  return {
    maxMb,
    watch(pid: number, ending: AbortSignal, onTooMuch: (mb: number) => void): void {
      if (ending.aborted) return;
      watched.set(pid, onTooMuch);
      ending.addEventListener("abort", () => watched.delete(pid), { once: true });
    },
    close: () => clearInterval(clock),
  };
}

async function listProcesses(): Promise<string> {
  const mostBytes = 16 * 1024 * 1024;
  const columns = ["-axo", "pid=,ppid=,rss="];
  return (await promisify(execFile)("ps", columns, { maxBuffer: mostBytes })).stdout;
}
