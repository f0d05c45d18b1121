import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isSystemError, misconfigured } from "../misconfigured.ts";
import { type ProcessMark, readMark } from "../state.ts";
import { isRunning, markProcess } from "./processes.ts";

/** Takes the data folder for this process; throws `misconfigured` while another supervisor has it. */
export function takeLock(path: string): () => void {
  const mark = markProcess(process.pid);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mark), { mode: 0o600 });
  try {
    for (let tries = 0; !link(draft, path); tries += 1) {
      const holder = lockHolder(path);
      if (holder !== null || tries > 5) throw alreadyRunning(holder);
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** The supervisor that has the data folder, or null when none is running. */
export function lockHolder(path: string): ProcessMark | null {
  try {
    const mark = readMark(readFileSync(path, "utf8"));
    return mark !== null && isRunning(mark) ? mark : null;
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return null;
    throw error;
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isSystemError(error, "EEXIST")) return false;
    throw error;
  }
}

function alreadyRunning(holder: ProcessMark | null) {
  return misconfigured(
    `Genie Helper is already running on this data folder${holder ? ` (process ${holder.pid})` : ""}. Stop it with \`npm run stop\`, or set GENIE_DATA_DIR to another folder.`,
  );
}
