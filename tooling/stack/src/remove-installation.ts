import { rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { DataPaths } from "./paths.ts";
import { removeLinkedCluster } from "./postgres/placement.ts";
import { stopStack } from "./stop-stack.ts";

/** Stops what runs on a data folder and deletes it. */
export async function removeInstallation(paths: DataPaths): Promise<void> {
  await stopStack(paths);
  removeLinkedCluster(paths.postgres);
  rmSync(paths.root, { recursive: true, force: true });
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
