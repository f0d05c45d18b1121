import { findFreePort } from "../ports.ts";
import type { Cluster } from "../postgres/cluster.ts";
import { endLeftServer } from "../postgres/end-left-server.ts";
import { postgresService } from "../services/postgres.ts";
import { supervise } from "../supervision/supervise.ts";

type ClusterOptions = {
  adminPassword: string;
  logsFolder: string;
  /** False for what is thrown away. */
  durable?: boolean;
  /** Ends the server, and so the work. */
  signal?: AbortSignal | undefined;
};

/** Runs a server on a cluster while `work` goes on, for us alone. One that a killed run has left there is ended first. */
export async function withCluster<Result>(
  cluster: Cluster,
  { adminPassword, logsFolder, durable = true, signal }: ClusterOptions,
  work: (port: number) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  await endLeftServer(cluster.folder);
  const port = await findFreePort();
  const server = supervise(postgresService(cluster, { port, adminPassword, durable }), {
    logsFolder,
    tell: () => undefined,
    remember: () => undefined,
  });
  const end = () => void server.stop();
  signal?.addEventListener("abort", end);
  try {
    await server.ready;
    return await work(port);
  } finally {
    signal?.removeEventListener("abort", end);
    await server.stop();
  }
}
