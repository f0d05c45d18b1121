import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isSystemError } from "../misconfigured.ts";
import { commandLine, endProcess, markProcess } from "../supervision/processes.ts";

/** Ends the server that a run which was killed has left on a cluster. Call it only where nobody else may use that. */
export async function endLeftServer(folder: string): Promise<void> {
  const found = serverOn(folder);
  if (found !== null) await endProcess(found, "SIGINT", 20_000);
}

function serverOn(folder: string) {
  try {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
    const mark = markProcess(pid);
    const isOurs = commandLine(pid).split(" ").includes(realpathSync(folder));
    return isOurs ? mark : null;
  } catch (error) {
    if (isSystemError(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}
