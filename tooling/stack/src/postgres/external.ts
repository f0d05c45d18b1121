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
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await connect(client);
  try {
    const version = await client.query<{ major: number; shown: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_version') AS shown",
    );
    const [server] = version.rows;
    if (server === undefined || server.major < oldestVersion) {
      throw misconfigured(
        `The server behind DATABASE_URL is PostgreSQL ${server?.shown ?? "of an unknown version"}. Use PostgreSQL ${oldestVersion} or newer.`,
      );
    }
    const { rows } = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'spatial_ref_sys' ORDER BY 1",
    );
    const tables = rows.map((row) => row.name);
    assertOurs(tables);
    return { isEmpty: tables.length === 0 };
  } finally {
    await client.end();
  }
}

function assertOurs(tables: readonly string[]): void {
  const stranger = tables.find((name) => !name.startsWith("directus_"));
  const isOurs = tables.includes("directus_collections") && tables.includes("creator_profiles");
  if (stranger === undefined || isOurs) return;
  throw misconfigured(
    `The database behind DATABASE_URL holds tables of another program (${stranger}). Set DATABASE_URL to an empty database.`,
  );
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new AppError("misconfigured", connectionProblem(error), { cause: error });
  }
}

function connectionProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "28P01" || code === "28000") {
    return "The database behind DATABASE_URL refuses the user or the password. Correct them in DATABASE_URL.";
  }
  if (code === "3D000") {
    return "The database that DATABASE_URL names does not exist. Create it, or correct the name in DATABASE_URL.";
  }
  return `The database behind DATABASE_URL does not answer${code === "" ? "" : ` (${code})`}. Check that it runs and that the host and port in DATABASE_URL are right, or remove DATABASE_URL to use the built-in PostgreSQL.`;
}
