import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const halfMadeMs = 5000;

/** Runs `work` while no other process does so with the same folder; the lock of a dead process is taken over. */
export async function withLock(folder, onWait, work) {
  for (let tries = 0; !take(folder); tries += 1) {
    if (tries === 0) onWait();
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

function isAbandoned(folder) {
  try {
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    if (pid > 0) return !isAlive(pid);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  try {
    return Date.now() - statSync(folder).mtimeMs > halfMadeMs;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
