import { AppError } from "@genie/errors";
import { Client } from "pg";
import type { Env } from "./env.ts";

export type Database = Client;

/** Runs `work` with a connection as the owner of the schema; for set-up only, never for requests. */
export async function withDatabase<T>(
  env: Pick<Env, "DB_DATABASE" | "DB_HOST" | "DB_PASSWORD" | "DB_PORT" | "DB_USER">,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = new Client({
    host: env.DB_HOST,
    port: env.DB_PORT,
    database: env.DB_DATABASE,
    user: env.DB_USER,
    password: env.DB_PASSWORD,
  });
  await database.connect().catch((cause: unknown) => {
    throw new AppError(
      "upstream_unavailable",
      `PostgreSQL at ${env.DB_HOST}:${env.DB_PORT} does not answer, or refuses the user ${env.DB_USER}. Start it, or correct DATABASE_URL.`,
      { cause },
    );
  });
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** Whether a table is there. */
export async function tableExists(database: Database, table: string): Promise<boolean> {
  const { rows } = await database.query("select to_regclass($1) is not null as there", [
    `public.${table}`,
  ]);
  return rows[0].there;
}
