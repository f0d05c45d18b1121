import { generateKey } from "@genie/crypto";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromiumPath, token, viewerToken } from "./start-test-service.ts";

const main = new URL("../main.ts", import.meta.url).pathname;
const started = new Set<ChildProcess>();

/** The service as a program of its own, with Playwright's debug output asked for, which it must not give. */
export function runProgram(folder: string, given: Record<string, string> = {}) {
  const env = {
    PATH: "/usr/bin:/bin",
    HOME: folder,
    BROWSER_TOKEN: token,
    BROWSER_READER_TOKEN: `reader-${token}`,
    BROWSER_VIEWER_TOKEN: viewerToken,
    SEALING_KEYS: `1:${generateKey()}`,
    SEALING_PRIMARY_KEY: "1",
    BROWSER_DATA_DIR: join(folder, "data"),
    BROWSER_PORT: "0",
    CHROMIUM_PATH: chromiumPath(),
    DEBUG: "pw:*",
    ...given,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  started.add(child);
  return child;
}

/** The same, when it listens. */
export async function startProgram(folder: string, given: Record<string, string> = {}) {
  const child = runProgram(folder, given);
  const written: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => written.push(text));
  const errors = () => written.join("");
  const lines: string[] = [];
  const listening = Promise.withResolvers<string>();
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    const { msg, url } = JSON.parse(line);
    if (msg === "browser service listening") listening.resolve(url);
  });
  child.once("exit", () => listening.reject(new Error(`It ended before it listened. ${errors()}`)));
  return { pid: child.pid ?? 0, child, url: await listening.promise, lines, errors };
}

export async function endProgram(child: ChildProcess, signal: NodeJS.Signals) {
  started.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode];
  child.kill(signal);
  return once(child, "close");
}

/** For what a test that failed has left running. */
export async function endAllPrograms(): Promise<void> {
  for (const child of started) await endProgram(child, "SIGKILL");
}
