import { runMigrations } from "bullmq";
import { Client } from "pg";
import { defaultNamespace, type QueueConnection } from "./queue-connection.ts";

/** Makes or upgrades the tables of the queues; does nothing when they are there, or on Redis. */
export async function migrateQueues(connection: QueueConnection): Promise<void> {
  const { kind, url, namespace = defaultNamespace } = connection;
  if (kind === "redis") return;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client, namespace);
  } finally {
    await client.end();
  }
}
