import { Readable } from "node:stream";
import { Client, type ClientConfig, type Connection } from "pg";

export type ClusterServer = { port: number; adminPassword: string };

/**
 * A tar of the folder of the built-in PostgreSQL, taken while it runs: what a server needs to come up as it was at the
 * end of the stream, all databases included (https://www.postgresql.org/docs/18/protocol-replication.html, BASE_BACKUP).
 */
export async function readBaseBackup({ port, adminPassword }: ClusterServer): Promise<Readable> {
  const config: ClientConfig & { replication: string } = {
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: adminPassword,
    replication: "true",
  };
  const client = new Client(config);
  await client.connect();
  const slot = `genie_backup_${process.pid}`;
  try {
    // Keeps the log of changes until it was sent; it goes with this connection.
    await client.query(`CREATE_REPLICATION_SLOT ${slot} TEMPORARY PHYSICAL (RESERVE_WAL)`);
  } catch (error) {
    await client.end();
    throw error;
  }
  return archiveOf(client);
}

function archiveOf(client: Client): Readable {
  let connection: Connection | undefined;
  const archive = new Readable({
    read: () => void connection?.stream.resume(),
    destroy: (error, done) => {
      connection?.stream.resume();
      void client.end();
      done(error);
    },
  });
  client.on("error", (error) => archive.destroy(error));
  const request = {
    submit: (to: Connection) => {
      connection = to;
      to.query("BASE_BACKUP (LABEL 'genie backup', CHECKPOINT 'fast', WAL true, MANIFEST 'no')");
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }, from: Connection) => {
      if (chunk[0] !== contents) return;
      // The parser uses its memory again.
      if (!archive.push(Buffer.from(chunk.subarray(1)))) from.stream.pause();
    },
    handleError: (error: Error) => archive.destroy(error),
    handleReadyForQuery: () => archive.push(null),
    handleRowDescription: nothing,
    handleDataRow: nothing,
    handleCommandComplete: nothing,
    handlePortalSuspended: nothing,
    handleEmptyQuery: nothing,
    handleCopyInResponse: nothing,
  };
  client.query(request);
  return archive;
}

const nothing = () => undefined;

/** The first byte of a message says what it is: `n` a new archive, `d` a part of it, `p` progress, `m` a manifest. */
const contents = "d".charCodeAt(0);
