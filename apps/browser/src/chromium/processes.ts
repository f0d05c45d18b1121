import { readFile } from "node:fs/promises";

export type Process = { pid: number; parent: number; kb: number };

/** Reads what `ps -o pid=,ppid=,rss=` prints. */
export function readProcesses(text: string): Process[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [pid = 0, parent = 0, kb = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, kb };
    });
}

/** A process with all that it has started, and theirs. */
export function familyOf(processes: readonly Process[], pid: number): Process[] {
  const family = new Set([pid]);
  // A child may be listed before its parent.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid: id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  return processes.filter((process) => family.has(process.pid));
}

/** What processes take together in MB: without what they share, where the system tells that (Linux does). */
export async function memoryOf(processes: readonly Process[]): Promise<number> {
  const sizes = await Promise.all(processes.map(async ({ pid, kb }) => (await ownKb(pid)) ?? kb));
  return Math.round(sizes.reduce((sum, kb) => sum + kb, 0) / 1024);
}

async function ownKb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kb] = /^RssAnon:\s+(\d+) kB$/m.exec(status) ?? [];
  return kb === undefined ? null : Number(kb);
}
