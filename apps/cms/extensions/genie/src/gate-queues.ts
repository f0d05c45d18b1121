import { openQueues, type Queues } from "@genie/jobs";
import type { Context } from "./directus.ts";
import { gateEnv } from "./gate-env.ts";

let opened: Queues | undefined;

/** The queues of this process, opened on first use; hooks and endpoints share the connection. */
export function gateQueues({ env, logger }: Pick<Context, "env" | "logger">): Queues {
  opened ??= openQueues(gateEnv(env).queues, {
    onError: (error) => {
      logger.warn({ reason: reasonOf(error) }, "the queue reports an error");
    },
  });
  return opened;
}

/** Why a call to the queue failed, for logs: never a payload. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error("unknown");
  return cause instanceof Error ? cause.message : message;
}
