import type { QueueName } from "./define-job.ts";
import { publishQueue } from "./publish-post.ts";

/** How many jobs of each queue a worker has in hand at once; those of posts come from their platforms. */
// She who wants to sign in waits for it, so that goes side by side; work on media waits for memory itself.
export const ourQueues = { classify: 2, media: 4, people: 4, prepare: 2, scrape: 1 } as const;

/** Every queue of an installation with these platforms. */
export const queueNames = (platforms: readonly string[]): QueueName[] => [
  ...(Object.keys(ourQueues) as (keyof typeof ourQueues)[]),
  ...platforms.map(publishQueue),
];
