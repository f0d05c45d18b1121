import { Client, DatabaseError } from "pg";
import { AppError } from "@genie/errors";

export type Server = { host: string; port: number; adminPassword: string };

type Account = { role: string; database: string; password: string };

/**
 * Makes the two databases and their roles, or brings them to the wanted state: each role owns its own
 * database and cannot connect to the other's.
 */
export async function ensureDatabases(
  server: Server,
  passwords: { app: string; queues: string },
): Promise<void> {
  const client = new Client({
    host: server.host,
    port: server.port,
    user: "postgres",
    password: server.adminPassword,
    database: "postgres",
  });
  await connect(client);
  try {
    await client.query("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
    await ensureAccount(client, { role: "genie", database: "genie", password: passwords.app });
    await ensureAccount(client, {
      role: "genie_queues",
      database: "genie_queues",
      password: passwords.queues,
    });
  } finally {
    await client.end();
  }
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "28P01") {
      throw new AppError(
        "misconfigured",
        "The database refuses DATABASE_ADMIN_PASSWORD: secrets.env belongs to another data folder. Put back the file that goes with this database.",
        { cause: error },
      );
    }
    throw error;
  }
}

async function ensureAccount(client: Client, account: Account): Promise<void> {
  const { role, database } = account;
  const password = client.escapeLiteral(account.password);
  const { rowCount: hasRole } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [
    role,
  ]);
  const verb = hasRole === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER PASSWORD ${password}`);
  const { rowCount: hasDatabase } = await client.query(
    "SELECT 1 FROM pg_database WHERE datname = $1",
    [database],
  );
  if (hasDatabase === 0) await client.query(`CREATE DATABASE ${database} OWNER ${role}`);
  await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
}
