import { setTimeout as wait } from "node:timers/promises";
import type { DirectusClient } from "@genie/directus-client";
import { AppError } from "@genie/errors";

const firstPauseMs = 500;
const longestPauseMs = 5_000;

/**
 * A client that outlasts a restart of Directus: a call without an answer is repeated for up to
 * `patienceMs`. Work is then carried on where it was, instead of from the beginning.
 */
export function patientClient(
  client: DirectusClient,
  {
    patienceMs,
    signal,
    now = () => performance.now(),
    // A worker that starts before Directus has nothing else that keeps its process alive.
    pause = (ms) => wait(ms),
  }: {
    patienceMs: number;
    signal: AbortSignal;
    now?: () => number;
    pause?: (ms: number) => Promise<void>;
  },
): DirectusClient {
  return {
    send: async (command) => {
      const until = now() + patienceMs;
      for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
        try {
          return await client.send(command);
        } catch (error) {
          const isAway = error instanceof AppError && error.code === "upstream_unavailable";
          if (!isAway || signal.aborted || now() > until) throw error;
        }
        await pause(pauseMs);
      }
    },
  };
}
