import { queueConnection, queueTrouble } from "@genie/jobs";
import type { Installation } from "@genie/stack";

type Where = Pick<Installation, "paths" | "queues" | "settings">;

/** Whether the place where the queues live answers and has room. */
export async function checkQueues(installation: Where): Promise<string | null> {
  const trouble = await troubleOf(installation);
  if (trouble === null || trouble.kind === "forgets") return null;
  const { queues, settings, paths } = installation;
  const isOwn = queues().REDIS_URL === undefined && settings.QUEUES_DATABASE_URL === undefined;
  return isOwn
    ? `They don't, so no work is begun; none of it is lost. The reason is at the end of ${paths.logs}/postgres.log.`
    : trouble.sentence;
}

/** Whether Redis would throw jobs away when its memory is full. */
export async function checkEviction(
  installation: Pick<Installation, "queues">,
): Promise<string | null> {
  const trouble = await troubleOf(installation);
  return trouble?.kind === "forgets" ? trouble.sentence : null;
}

function troubleOf({ queues }: Pick<Installation, "queues">) {
  const { REDIS_URL: redisUrl, QUEUES_DATABASE_URL: queuesDatabaseUrl } = queues();
  return queueTrouble(queueConnection({ redisUrl, queuesDatabaseUrl }));
}
