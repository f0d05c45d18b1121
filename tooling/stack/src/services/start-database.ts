import { ensureCluster } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { postgresHome } from "../postgres/binaries.ts";
import { ensureDatabases } from "../postgres/databases.ts";
import { placeCluster } from "../postgres/placement.ts";
import type { StackContext } from "../stack-context.ts";
import { postgresService } from "./postgres.ts";

/** How the application reaches its database. */
export type DatabaseLogin = {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  sslMode: string | null;
};

/** Starts the built-in PostgreSQL, or takes the one that DATABASE_URL names. */
export async function startDatabase(stack: StackContext): Promise<DatabaseLogin> {
  const { settings, secrets, ports, paths, durable } = stack;
  if (settings.DATABASE_URL !== undefined) return databaseLogin(stack);
  const adminPassword = secrets.DATABASE_ADMIN_PASSWORD;
  const cluster = placeCluster(paths.postgres, postgresHome(), databaseUser(paths.postgres));
  await ensureCluster(cluster, adminPassword);
  await stack.keepUp(postgresService(cluster, { port: ports.postgres, adminPassword, durable }));
  await ensureDatabases(
    { host: "127.0.0.1", port: ports.postgres, adminPassword },
    { app: secrets.DATABASE_PASSWORD, queues: secrets.QUEUES_DATABASE_PASSWORD },
  );
  return databaseLogin(stack);
}

/** The application's log-in to the built-in database, or to that of DATABASE_URL. */
export function databaseLogin({
  settings,
  secrets,
  ports,
}: Pick<StackContext, "ports" | "secrets" | "settings">): DatabaseLogin {
  if (settings.DATABASE_URL !== undefined) return loginOf(new URL(settings.DATABASE_URL));
  return {
    host: "127.0.0.1",
    port: ports.postgres,
    database: "genie",
    user: "genie",
    password: secrets.DATABASE_PASSWORD,
    sslMode: null,
  };
}

/** The address of the database without the password, for run.json. */
export function databaseAddress({ user, host, port, database }: DatabaseLogin): string {
  return `postgresql://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`;
}

function loginOf(url: URL): DatabaseLogin {
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    sslMode: url.searchParams.get("sslmode"),
  };
}
