import { readdir, readFile } from "node:fs/promises";

/** The processes that name this path in their command line. */
export async function processesNaming(path: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
  return pids.filter((_pid, index) => lines[index]?.includes(path));
}
