import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase, type TestDatabase } from "./open-database.ts";
import { stackUnderTest } from "./stack-under-test.ts";

/**
 * Every place where a text is found: in any column of any table of any schema, of the application's database
 * and of the queues', and in any log file. For secrets, which must be in none.
 */
export async function tracesOf(database: TestDatabase, text: string): Promise<string[]> {
  const queues = openDatabase(stackUnderTest().queuesDatabaseUrl);
  try {
    const [kept, queued] = await Promise.all([
      tablesWith(database, text),
      tablesWith(queues, text),
    ]);
    return [...kept, ...queued.map((table) => `queues: ${table}`), ...logsWith(text)];
  } finally {
    await queues.end();
  }
}

async function tablesWith(database: TestDatabase, text: string): Promise<string[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query(
      `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`,
      [text],
    );
    if (rows.length > 0) found.push(`table ${name}`);
  }
  return found;
}

function logsWith(text: string): string[] {
  const { logFolder } = stackUnderTest();
  return readdirSync(logFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, "utf8").includes(text))
    .map((path) => `log ${path}`);
}
