import type { DataPaths } from "./paths.ts";
import { removeRunFile } from "./run-file.ts";
import { endOrphans } from "./supervision/orphans.ts";
import { endProcess } from "./supervision/processes.ts";
import { lockHolder } from "./supervision/supervisor-lock.ts";

const stopWithinMs = 120_000;

/** Stops what runs on a data folder, also what a killed supervisor left; answers with what it found. */
export async function stopStack(
  paths: DataPaths,
): Promise<"stopped" | "ended orphans" | "nothing"> {
  const holder = lockHolder(paths.lock);
  if (holder !== null) await endProcess(holder, "SIGTERM", stopWithinMs);
  const orphans = await endOrphans(paths.state);
  removeRunFile(paths.run);
  if (holder !== null) return "stopped";
  return orphans.length > 0 ? "ended orphans" : "nothing";
}
