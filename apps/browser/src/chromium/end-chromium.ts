import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";

const closeTimeoutMs = 5000;
const pollMs = 50;

/** Ends Chromium, one that hangs by force. True when it has put away what it keeps. */
export async function endChromium(context: BrowserContext, pid: number): Promise<boolean> {
  const closing = context.close().then(
    () => true,
    () => false,
  );
  const isClean = await Promise.race([closing, delay(closeTimeoutMs, false, { ref: false })]);
  if (!isClean) await killAndWait(pid);
  return isClean;
}

/** Ends a process by force. False when it has gone already. */
export function killProcess(pid: number): boolean {
  return signalProcess(pid, "SIGKILL");
}

function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function killAndWait(pid: number): Promise<void> {
  killProcess(pid);
  for (let waited = 0; waited < closeTimeoutMs && signalProcess(pid, 0); waited += pollMs) {
    await delay(pollMs);
  }
}
