import { ensureCluster } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { postgresHome } from "../postgres/binaries.ts";
import { ensureDatabases } from "../postgres/databases.ts";
import { endLeftServer } from "../postgres/end-left-server.ts";
import { placeCluster } from "../postgres/placement.ts";
import type { StackContext } from "../stack-context.ts";
import { type DatabaseLogin, databaseLogin } from "./database-login.ts";
import { postgresService } from "./postgres.ts";

/** Starts the built-in PostgreSQL, or takes the one that DATABASE_URL names. */
export async function startDatabase(stack: StackContext): Promise<DatabaseLogin> {
  const { settings, secrets, ports, paths, durable } = stack;
  if (settings.DATABASE_URL !== undefined) return databaseLogin(stack);
  const adminPassword = secrets.DATABASE_ADMIN_PASSWORD;
  const cluster = placeCluster(paths.postgres, postgresHome(), databaseUser(paths.postgres));
  await ensureCluster(cluster, adminPassword);
  // A backup of what was stopped that was killed, for example.
  await endLeftServer(cluster.folder);
  await stack.keepUp(postgresService(cluster, { port: ports.postgres, adminPassword, durable }));
  await ensureDatabases(
    { host: "127.0.0.1", port: ports.postgres, adminPassword },
    { app: secrets.DATABASE_PASSWORD, queues: secrets.QUEUES_DATABASE_PASSWORD },
  );
  return databaseLogin(stack);
}
