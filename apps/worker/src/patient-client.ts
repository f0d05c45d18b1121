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
  { patienceMs, signal }: { patienceMs: number; signal: AbortSignal },
): DirectusClient {
  return {
    send: async (command) => {
      const until = performance.now() + patienceMs;
      for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
        try {
          return await client.send(command);
        } catch (error) {
          const isAway = error instanceof AppError && error.code === "upstream_unavailable";
          if (!isAway || signal.aborted || performance.now() > until) throw error;
        }
        await wait(pauseMs, undefined, { ref: false });
      }
    },
  };
}
