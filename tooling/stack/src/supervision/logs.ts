import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const kept = 3;

export function logFile(folder: string, service: string): string {
  return join(folder, `${service}.log`);
}

/** Moves `x.log` to `x.log.1` and so on; keeps three old ones. */
export function rotateLog(path: string): void {
  rmSync(`${path}.${kept}`, { force: true });
  for (let age = kept - 1; age >= 0; age -= 1) {
    const from = age === 0 ? path : `${path}.${age}`;
    if (existsSync(from)) renameSync(from, `${path}.${age + 1}`);
  }
}

/** The last lines of a log, for the sentence about a service that failed. */
export function lastLines(path: string, count = 12): string {
  if (!existsSync(path)) return "";
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .slice(-count)
    .map((line) => `  ${line}`)
    .join("\n");
}
