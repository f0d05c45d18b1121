import { readdir, readFile } from "node:fs/promises";

/** The processes that a process has started, and theirs. */
export async function processesBelow(pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const child of await childrenOf(pid)) found.push(child, ...(await processesBelow(child)));
  return found;
}

/** The Chromium of a process: the one that the others belong to. */
export async function chromiumOf(pid: number): Promise<number> {
  for (const child of await processesBelow(pid)) {
    const command = await readFile(`/proc/${child}/cmdline`, "utf8").catch(() => "");
    if (command.includes("--remote-debugging-pipe") && !command.includes("--type=")) return child;
  }
  throw new Error(`Process ${pid} runs no Chromium.`);
}

async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, "utf8").catch(() => "")),
  );
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}
