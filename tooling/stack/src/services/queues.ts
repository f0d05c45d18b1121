import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import type { Program } from "../run-program.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";

/** Where the queues live, as the programs that use them are told: one of the two. */
export type QueuesEnv = { REDIS_URL?: string; QUEUES_DATABASE_URL?: string };

/** Makes or upgrades the tables of the queues; with a Redis there is nothing to do. */
export function migrateQueues(stack: StackContext): Program {
  return {
    name: "queues-migrate",
    command: [process.execPath, join(import.meta.dirname, "..", "migrate-queues.ts")],
    env: { ...inheritedEnv(stack.env), ...queuesEnv(stack) },
    folder: repositoryRoot,
  };
}

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
