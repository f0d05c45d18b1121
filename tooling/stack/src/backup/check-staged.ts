import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { postgresHome } from "../postgres/binaries.ts";
import { ensureCluster } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { ensureDatabases } from "../postgres/databases.ts";
import { placeCluster } from "../postgres/placement.ts";
import type { Env } from "../env.ts";
import { compareCounts, countRows } from "./count-rows.ts";
import { loadDump } from "./dump-database.ts";
import { inBackup } from "./manifest.ts";
import { findPgTools } from "./pg-tools.ts";
import { withDatabase } from "./server.ts";
import type { StagedBackup } from "./stage-backup.ts";
import { withCluster } from "./with-cluster.ts";

/**
 * Brings the database of an unpacked backup up by itself, on this machine alone, and holds its tables to the counts of
 * the backup. Answers with a sentence for each that does not fit; where all do, `sql` is carried out in it.
 */
export async function checkStaged(
  staged: StagedBackup,
  env: Env,
  { sql = [], signal }: { sql?: readonly string[]; signal?: AbortSignal | undefined } = {},
): Promise<string[]> {
  const { folder, secrets, manifest } = staged;
  const logsFolder = join(folder, "logs");
  mkdirSync(logsFolder, { recursive: true, mode: 0o700 });
  const adminPassword = secrets.DATABASE_ADMIN_PASSWORD;
  const cluster = staged.cluster ?? (await emptyCluster(folder, adminPassword));
  return withCluster(
    cluster,
    { adminPassword, logsFolder, durable: sql.length > 0, signal },
    async (port) => {
      if (staged.cluster === null) await fill(staged, env, { port, signal });
      const password = encodeURIComponent(adminPassword);
      const url = `postgresql://postgres:${password}@127.0.0.1:${port}/genie`;
      return withDatabase(url, async (database) => {
        const differences = compareCounts(manifest.rows, await countRows(database));
        if (differences.length > 0) return differences;
        for (const statement of sql) await database.query(statement);
        return differences;
      });
    },
  );
}

async function emptyCluster(folder: string, adminPassword: string) {
  const place = join(folder, inBackup.cluster);
  const cluster = placeCluster(place, postgresHome(), databaseUser(place));
  await ensureCluster(cluster, adminPassword);
  return cluster;
}

async function fill(
  { about, folder, secrets }: StagedBackup,
  env: Env,
  { port, signal }: { port: number; signal: AbortSignal | undefined },
): Promise<void> {
  const adminPassword = secrets.DATABASE_ADMIN_PASSWORD;
  const app = secrets.DATABASE_PASSWORD;
  const server = { host: "127.0.0.1", port, adminPassword };
  await ensureDatabases(server, { app, queues: secrets.QUEUES_DATABASE_PASSWORD });
  const login = {
    host: "127.0.0.1",
    port,
    database: "genie",
    user: "genie",
    password: app,
    sslMode: null,
  };
  const tools = await findPgTools(env, about.database.postgres);
  await loadDump(tools, login, join(folder, inBackup.dump), { first: "", last: "", signal });
}
