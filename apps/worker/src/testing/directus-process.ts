import { readFileSync } from "node:fs";
import { call, stackUnderTest } from "@genie/testing";
import { expect } from "vitest";

/** Kills Directus as a crash would; the supervisor starts it again. */
export function killDirectus(): void {
  const { runFile } = stackUnderTest();
  const run: { pids: Record<string, number> } = JSON.parse(readFileSync(runFile, "utf8"));
  const pid = run.pids["directus"];
  if (pid === undefined) throw new Error("The running stack names no process of Directus.");
  process.kill(pid, "SIGKILL");
}

export async function directusIsBack(): Promise<void> {
  await expect.poll(pingStatus, { timeout: 120_000, interval: 500 }).toBe(200);
}

async function pingStatus(): Promise<number> {
  const answer = await call("GET", "/server/ping").catch(() => null);
  return answer?.status ?? 0;
}
