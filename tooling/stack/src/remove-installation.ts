import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { DataPaths } from "./paths.ts";
import { removeLinkedCluster } from "./postgres/placement.ts";
import { stopStack } from "./stop-stack.ts";

/** Stops what runs on a data folder and deletes it, but for backups that are in it. */
export async function removeInstallation(paths: DataPaths): Promise<void> {
  await stopStack(paths);
  removeLinkedCluster(paths.postgres);
  if (!existsSync(paths.backups)) return rmSync(paths.root, { recursive: true, force: true });
  for (const name of readdirSync(paths.root)) {
    const path = join(paths.root, name);
    if (path !== paths.backups) rmSync(path, { recursive: true, force: true });
  }
}

/** Whether the person at the terminal means it. */
export async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question('Type "reset" to go on: ')).trim() === "reset";
  } finally {
    terminal.close();
  }
}
