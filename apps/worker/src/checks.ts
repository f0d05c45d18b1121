import { type QueueConnection, queueTrouble } from "@genie/jobs";
import { type Check, diskHasRoom, lives } from "@genie/telemetry";
import type { Env } from "./env.ts";

/** What the worker needs for its work. */
export function checksOf(env: Env, queues: QueueConnection): Check[] {
  return [
    { part: "queues", find: async () => (await queueTrouble(queues))?.sentence ?? null },
    lives("directus", "Directus", env.DIRECTUS_URL),
    ...(env.PAGE_DRIVER === "browser"
      ? [lives("browser", "The browser service", env.BROWSER_URL)]
      : []),
    diskHasRoom(env.WORKER_DATA_DIR),
  ];
}
