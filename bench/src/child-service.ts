import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AppError } from "@genie/errors";
import { repositoryRoot } from "@genie/stack";

export type ChildService = { pid: number; line: Record<string, unknown>; end: () => Promise<void> };

const kilobytesPerMegabyte = 1024;

/** Starts a program of ours and waits for the line of its log with this message. */
export async function startChild(
  program: string,
  env: Record<string, string>,
  message: string,
): Promise<ChildService> {
  const child = spawn(process.execPath, [join(repositoryRoot, program)], {
    env: { PATH: "/usr/local/bin:/usr/bin:/bin", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const text of createInterface(child.stdout)) {
    const line: Record<string, unknown> = JSON.parse(text);
    if (line["msg"] !== message) continue;
    child.stdout.resume();
    return { pid: child.pid ?? 0, line, end: () => end(child) };
  }
  throw new AppError("upstream_unavailable", `${program} ended before it was ready.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

export type Memory = {
  /** Resident; pages that processes share count for each of them. */
  rssMb: number;
  /** Shared pages divided among those who share them. */
  pssMb: number;
};

/** Memory of a process and of all below it. */
export async function treeMemory(pid: number): Promise<Memory> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const own = (name: string) => {
    const [, kilobytes = "0"] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text) ?? [];
    return Number(kilobytes) / kilobytesPerMegabyte;
  };
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, "utf8").catch(() => "")),
  );
  const children = lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
  const below = await Promise.all(children.map(treeMemory));
  return {
    rssMb: below.reduce((sum, { rssMb }) => sum + rssMb, own("Rss")),
    pssMb: below.reduce((sum, { pssMb }) => sum + pssMb, own("Pss")),
  };
}
