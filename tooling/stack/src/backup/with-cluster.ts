import { findFreePort } from "../ports.ts";
import type { Cluster } from "../postgres/cluster.ts";
import { postgresService } from "../services/postgres.ts";
import { supervise } from "../supervision/supervise.ts";

type ClusterOptions = {
  adminPassword: string;
  logsFolder: string;
  /** False for what is thrown away. */
  durable?: boolean;
};

/** Runs a server on a cluster while `work` goes on, for us alone. */
export async function withCluster<Result>(
  cluster: Cluster,
  { adminPassword, logsFolder, durable = true }: ClusterOptions,
  work: (port: number) => Promise<Result>,
): Promise<Result> {
  const port = await findFreePort();
  const server = supervise(postgresService(cluster, { port, adminPassword, durable }), {
    logsFolder,
    tell: () => undefined,
    remember: () => undefined,
  });
  try {
    await server.ready;
    return await work(port);
  } finally {
    await server.stop();
  }
}
