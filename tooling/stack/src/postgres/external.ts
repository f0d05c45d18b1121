import { Client } from "pg";
import { AppError } from "@genie/errors";
import { misconfigured } from "../misconfigured.ts";

const oldestVersion = 15;

export type ExternalDatabase = { isEmpty: boolean };

/**
 * Checks the database behind DATABASE_URL: it answers, is new enough, and is empty or ours. Throws
 * `misconfigured` with a sentence otherwise, without the address (it holds a password).
 */
export async function checkExternalDatabase(url: string): Promise<ExternalDatabase> {
  return withDatabase(url, "DATABASE_URL", async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'spatial_ref_sys' ORDER BY 1",
    );
    const tables = rows.map((row) => row.name);
    assertOurs(tables);
    return { isEmpty: tables.length === 0 };
  });
}

/**
 * Checks the database behind QUEUES_DATABASE_URL: it answers, is new enough, is not the application's,
 * and no user of the two can open the other's. Throws `misconfigured` with a sentence otherwise.
 */
export async function checkQueuesDatabase(url: string, appUrl: string | undefined): Promise<void> {
  await withDatabase(url, "QUEUES_DATABASE_URL", async (client) => {
    const { rows } = await client.query("SELECT 1 WHERE to_regclass('directus_users') IS NOT NULL");
    if (rows.length === 0) return;
    throw misconfigured(
      "The database behind QUEUES_DATABASE_URL holds the application's tables. Set it to a database of its own.",
    );
  });
  if (appUrl === undefined) return;
  const mayEnter = await Promise.all([isOpenTo(appUrl, url), isOpenTo(url, appUrl)]);
  if (!mayEnter.includes(true)) return;
  const [app, queues] = [appUrl, url].map((text) => `"${databaseName(text)}"`);
  throw misconfigured(
    `The users of DATABASE_URL and QUEUES_DATABASE_URL can open each other's database, and whoever works on the queues must not be able to open the application's tables. Give each database to a user of its own, none of them a superuser, and run as the server's administrator: REVOKE CONNECT ON DATABASE ${app}, ${queues} FROM PUBLIC;`,
  );
}

async function withDatabase<Result>(
  url: string,
  variable: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new AppError("misconfigured", connectionProblem(error, variable), { cause: error });
  }
  try {
    const version = await client.query<{ major: number; shown: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_version') AS shown",
    );
    const [server] = version.rows;
    if (server === undefined || server.major < oldestVersion) {
      throw misconfigured(
        `The server behind ${variable} is PostgreSQL ${server?.shown ?? "of an unknown version"}. Use PostgreSQL ${oldestVersion} or newer.`,
      );
    }
    return await work(client);
  } finally {
    await client.end();
  }
}

/** True when the user of one address gets into the database of the other. */
async function isOpenTo(database: string, user: string): Promise<boolean> {
  const address = new URL(database);
  const { username, password } = new URL(user);
  Object.assign(address, { username, password });
  const client = new Client({ connectionString: address.href, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function assertOurs(tables: readonly string[]): void {
  const stranger = tables.find((name) => !name.startsWith("directus_"));
  const isOurs = tables.includes("directus_collections") && tables.includes("creator_profiles");
  if (stranger === undefined || isOurs) return;
  throw misconfigured(
    `The database behind DATABASE_URL holds tables of another program (${stranger}). Set DATABASE_URL to an empty database.`,
  );
}

function connectionProblem(error: unknown, variable: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000") {
    return `The database behind ${variable} refuses the user or the password. Correct them in ${variable}.`;
  }
  if (code === "3D000") {
    return `The database that ${variable} names does not exist. Create it, or correct the name in ${variable}.`;
  }
  return `The database behind ${variable} does not answer${code === "" ? "" : ` (${code})`}. Check that it runs and that the host and port in ${variable} are right, or remove ${variable} to use the built-in PostgreSQL.`;
}
