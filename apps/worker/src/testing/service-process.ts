import { readFileSync } from "node:fs";
import { call, stackUnderTest } from "@genie/testing";
import { vi } from "vitest";

/** Sends a signal to a service of the running stack; the supervisor starts it again when it ends. */
export function signalService(
  name: "directus" | "sandbox" | "worker",
  signal: "SIGCONT" | "SIGKILL" | "SIGSTOP" | "SIGTERM",
): void {
  const { runFile } = stackUnderTest();
  const run: { pids: Record<string, number> } = JSON.parse(readFileSync(runFile, "utf8"));
  const pid = run.pids[name];
  if (pid === undefined) throw new Error(`The running stack names no process of ${name}.`);
  process.kill(pid, signal);
}

export async function directusIsBack(): Promise<void> {
  await vi.waitUntil(async () => (await pingStatus()) === 200, { timeout: 120_000, interval: 500 });
}

async function pingStatus(): Promise<number> {
  const answer = await call("GET", "/server/ping").catch(() => null);
  return answer?.status ?? 0;
}
