import { AppError } from "@genie/errors";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { tables, tablesVersion } from "./tables.ts";

export type Database = DatabaseSync;

/** Opens the database file, making the tables when they are missing. A commit is on the disk when it returns. */
export function openDatabase(file: string): Database {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  const version = one<{ user_version: number }>(database.prepare("PRAGMA user_version"));
  const made = version?.user_version ?? 0;
  if (made !== 0 && made !== tablesVersion) {
    database.close();
    throw new AppError(
      "misconfigured",
      `The sandbox's data was made by another version. Remove ${file} with its folder and start again.`,
    );
  }
  transaction(database, () => {
    database.exec(tables);
    database.exec(`PRAGMA user_version = ${tablesVersion}`);
  });
  return database;
}

/** Commits what `work` did, or nothing of it when it throws. */
export function transaction<Result>(database: Database, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** All rows of a statement. Safe as long as the caller's type names the columns of its own statement. */
export function all<Row>(statement: StatementSync, ...values: SQLInputValue[]): Row[] {
  return statement.all(...values) as Row[];
}

/** The first row of a statement, with the same promise as `all`. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the columns
export function one<Row>(statement: StatementSync, ...values: SQLInputValue[]): Row | undefined {
  return statement.get(...values) as Row | undefined;
}
