import { AppError } from "@genie/errors";
import { Client } from "pg";
import type { Installation } from "../installation.ts";
import { postgresHome } from "../postgres/binaries.ts";
import { clusterExists } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { placeCluster } from "../postgres/placement.ts";
import { lockHolder, takeLock } from "../supervision/supervisor-lock.ts";
import { withCluster } from "./with-cluster.ts";

/**
 * Runs `work` with the port of the built-in PostgreSQL of an installation: the one that runs, or, while Genie Helper is
 * stopped, one that runs for this alone. With a database of the operator's there is nothing to start.
 */
export async function withServer<Result>(
  installation: Installation,
  work: (port: number) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const { paths, settings } = installation;
  if (settings.DATABASE_URL !== undefined || lockHolder(paths.lock) !== null) {
    return work(installation.ports().postgres);
  }
  const adminPassword = installation.secrets().DATABASE_ADMIN_PASSWORD;
  if (!clusterExists(paths.postgres)) {
    throw new AppError(
      "not_found",
      `There is no database in ${paths.root} yet. Start Genie Helper once: npm start`,
    );
  }
  const release = takeLock(paths.lock);
  try {
    const cluster = placeCluster(paths.postgres, postgresHome(), databaseUser(paths.postgres));
    return await withCluster(cluster, { adminPassword, logsFolder: paths.logs, signal }, work);
  } finally {
    release();
  }
}

/** A connection to a database. */
export async function withDatabase<Result>(
  url: string,
  work: (database: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that is lost is told of by what is asked next.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new AppError(
      "upstream_unavailable",
      "The database does not answer. Nothing was changed; npm run genie -- doctor says more.",
      { cause },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
