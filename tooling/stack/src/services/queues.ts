import type { StackContext } from "../stack-context.ts";

/** Where the queues live, as the programs that use them are told. */
export type QueuesEnv = { REDIS_URL: string } | { QUEUES_DATABASE_URL: string };

/** The Redis or the database that the operator names, else a database of the built-in PostgreSQL. */
export function queuesEnv({
  settings,
  secrets,
  ports,
}: Pick<StackContext, "ports" | "secrets" | "settings">): QueuesEnv {
  if (settings.REDIS_URL !== undefined) return { REDIS_URL: settings.REDIS_URL };
  const password = encodeURIComponent(secrets.QUEUES_DATABASE_PASSWORD);
  const builtIn = `postgresql://genie_queues:${password}@127.0.0.1:${ports.postgres}/genie_queues`;
  return { QUEUES_DATABASE_URL: settings.QUEUES_DATABASE_URL ?? builtIn };
}
