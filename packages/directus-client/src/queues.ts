import { customEndpoint } from "@directus/sdk";
import { FailedJobsAnswer, QueuesAnswer } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** What is in the queues now, and what failed lately; an administrator's alone. */
export async function readQueues(client: DirectusClient): Promise<QueuesAnswer> {
  return QueuesAnswer.parse(await client.send(customEndpoint({ method: "GET", path: "/queues" })));
}

/** Puts jobs that failed back into their queues; answers how many. An administrator's alone. */
export const retryFailedJobs = (client: DirectusClient, ids: readonly string[]) =>
  change(client, "retry", ids);

/** Forgets jobs that failed; answers how many. An administrator's alone. */
export const removeFailedJobs = (client: DirectusClient, ids: readonly string[]) =>
  change(client, "remove", ids);

async function change(
  client: DirectusClient,
  step: string,
  ids: readonly string[],
): Promise<number> {
  const body = JSON.stringify({ ids });
  const answer = await client.send(
    customEndpoint({ method: "POST", path: `/queues/${step}`, body }),
  );
  return FailedJobsAnswer.parse(answer).changed;
}
