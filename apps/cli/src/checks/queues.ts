import { openQueues, queueConnection } from "@genie/jobs";
import { type Installation, redisEvictionPolicy } from "@genie/stack";

/** Whether the place where the queues live answers to what the product asks of it. */
export async function checkQueues({
  queues: where,
  settings,
  paths,
}: Pick<Installation, "paths" | "queues" | "settings">): Promise<string | null> {
  const { REDIS_URL: redisUrl, QUEUES_DATABASE_URL: queuesDatabaseUrl } = where();
  const queues = openQueues(queueConnection({ redisUrl, queuesDatabaseUrl }), {
    onError: () => undefined,
  });
  try {
    await queues.scrapeSchedules();
    return null;
  } catch {
    const variable = redisUrl === undefined ? "QUEUES_DATABASE_URL" : "REDIS_URL";
    const isOwn = redisUrl === undefined && settings.QUEUES_DATABASE_URL === undefined;
    return `They don't, so no work is done; none of it is lost. ${
      isOwn
        ? `The reason is at the end of ${paths.logs}/postgres.log.`
        : `Check that the server behind ${variable} runs and takes the password.`
    }`;
  } finally {
    await queues.close();
  }
}

/** Whether Redis would throw jobs away when its memory is full. */
export async function checkEviction({
  queues: where,
}: Pick<Installation, "queues">): Promise<string | null> {
  const { REDIS_URL: url } = where();
  if (url === undefined) return null;
  const policy = await redisEvictionPolicy(url);
  return policy === null || policy === "noeviction"
    ? null
    : `The Redis behind REDIS_URL throws jobs away when its memory is full (${policy}). Set its maxmemory-policy to noeviction.`;
}
