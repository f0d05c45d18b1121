import { type QueueConnection, queueTrouble } from "@genie/jobs";
import { type Check, diskHasRoom, lives } from "@genie/telemetry";
import type { Env } from "./env.ts";

const browserPart = (index: number) => (index === 0 ? "browser" : `browser-${index + 1}`);

/** What the worker needs for its work. */
export function checksOf(env: Env, queues: QueueConnection): Check[] {
  return [
    { part: "queues", find: async () => (await queueTrouble(queues))?.sentence ?? null },
    lives("directus", "Directus", env.DIRECTUS_URL),
    ...(env.PAGE_DRIVER === "browser"
      ? env.BROWSER_URL.map((url, index) => lives(browserPart(index), "The browser service", url))
      : []),
    diskHasRoom(env.WORKER_DATA_DIR),
  ];
}
