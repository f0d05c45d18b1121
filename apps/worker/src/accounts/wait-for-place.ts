import { setTimeout as wait } from "node:timers/promises";
import type { BrowserClient } from "@genie/browser-client";
import { AppError } from "@genie/errors";

const patienceByDefaultMs = 5 * 60_000;
const askAgainMs = 1_000;

/**
 * Starts a browser session as soon as there is a place for it. That all are taken is no failure of a
 * platform or an account, so it costs no try, unless it lasts: then it is `upstream_unavailable`, since
 * nobody but us wants a pause.
 */
export function waitForPlace(
  startSession: BrowserClient["startSession"],
  patienceMs = patienceByDefaultMs,
): BrowserClient["startSession"] {
  return async (request, signal, onModelHelp) => {
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        return await startSession(request, signal, onModelHelp);
      } catch (error) {
        const isFull = error instanceof AppError && error.code === "rate_limited";
        if (!isFull) throw error;
        if (performance.now() > until) {
          throw new AppError("upstream_unavailable", error.message, { cause: error });
        }
      }
      await wait(askAgainMs, undefined, { signal });
    }
  };
}
