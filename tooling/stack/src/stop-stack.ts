import { existsSync } from "node:fs";
import type { DataPaths } from "./paths.ts";
import { removeRunFile } from "./run-file.ts";
import { endOrphans } from "./supervision/orphans.ts";
import { endProcess } from "./supervision/processes.ts";
import { lockHolder } from "./supervision/supervisor-lock.ts";

const stopWithinMs = 180_000;

export type Stopped = "stopped" | "ended orphans" | "nothing";

/** What was found, for people; `command` goes on with the data. */
export function sayStopped(found: Stopped, command: string): string {
  if (found === "nothing") return "Nothing is running.";
  return found === "stopped"
    ? `Stopped. The data is kept; \`${command}\` goes on with it.`
    : "Ended what an earlier run had left behind. The data is kept.";
}

/** Stops what runs on a data folder, also what a killed supervisor left; answers with what it found. */
export async function stopStack(paths: DataPaths): Promise<Stopped> {
  if (!existsSync(paths.state)) return "nothing";
  const holder = lockHolder(paths.lock);
  if (holder !== null) await endProcess(holder, "SIGTERM", stopWithinMs);
  const orphans = await endOrphans(paths.state);
  removeRunFile(paths.run);
  if (holder !== null) return "stopped";
  return orphans.length > 0 ? "ended orphans" : "nothing";
}
