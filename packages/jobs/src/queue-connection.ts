import { AppError } from "@genie/errors";

/**
 * Where the queues live. The database is one of their own, never the application's. `namespace`
 * keeps several sets of queues apart in one place.
 */
export type QueueConnection = { kind: "postgres" | "redis"; url: string; namespace?: string };

export const defaultNamespace = "genie";

/** Redis when it is set, else PostgreSQL. Throws `misconfigured` when neither is. */
export function queueConnection(settings: {
  redisUrl?: string | undefined;
  queuesDatabaseUrl?: string | undefined;
}): QueueConnection {
  if (settings.redisUrl) return { kind: "redis", url: settings.redisUrl };
  if (settings.queuesDatabaseUrl) return { kind: "postgres", url: settings.queuesDatabaseUrl };
  throw new AppError(
    "misconfigured",
    "The queues have no place to live. Set QUEUES_DATABASE_URL or REDIS_URL.",
  );
}
