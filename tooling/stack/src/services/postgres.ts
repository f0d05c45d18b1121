import { Client, DatabaseError } from "pg";
import {
  type Cluster,
  databaseEnv,
  removeStalePidFile,
  serverCommand,
} from "../postgres/cluster.ts";
import type { Service } from "../supervision/service.ts";

type Options = { port: number; adminPassword: string; durable: boolean };

/** The built-in PostgreSQL. Without `durable` it is faster and a power cut may ruin it: for throw-away data. */
export function postgresService(
  cluster: Cluster,
  { port, adminPassword, durable }: Options,
): Service {
  return {
    name: "postgres",
    command: serverCommand(cluster, port, { durable }),
    env: databaseEnv(),
    folder: "/",
    user: cluster.user,
    beforeStart: () => removeStalePidFile(cluster.folder),
    isReady: () => acceptsConnections(port, adminPassword),
    readyWithinMs: 120_000,
    // A fast shutdown: SIGTERM would wait until every client has left.
    stopSignal: "SIGINT",
    stopWithinMs: 30_000,
  };
}

/** True when the server talks to clients, be it to refuse the password. */
async function acceptsConnections(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // A refused password is an answer too: what to do about it is said where the databases are made.
    return error instanceof DatabaseError && error.code === "28P01";
  }
}
