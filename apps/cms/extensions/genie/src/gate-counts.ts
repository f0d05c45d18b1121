import { openSharedCounts, type SharedCounts } from "@genie/rate-limit";
import type { Context } from "./directus.ts";
import { gateEnv } from "./gate-env.ts";
import { reasonOf } from "./gate-queues.ts";

let opened: SharedCounts | null | undefined;

/** Where limits are counted when there are several processes of the gate; null when there is this one alone. */
export function sharedCounts({
  env,
  logger,
}: Pick<Context, "env" | "logger">): SharedCounts | null {
  const { sharedRedisUrl } = gateEnv(env);
  opened ??=
    sharedRedisUrl === null
      ? null
      : openSharedCounts(sharedRedisUrl, (error) => {
          logger.warn({ reason: reasonOf(error) }, "limits are counted by each process alone");
        });
  return opened;
}
