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
  if (!isClean) await kill(pid);
  return isClean;
}

async function kill(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGKILL");
    for (let waited = 0; waited < closeTimeoutMs; waited += pollMs) {
      process.kill(pid, 0);
      await delay(pollMs);
    }
  } catch {
    // It has gone.
  }
}
