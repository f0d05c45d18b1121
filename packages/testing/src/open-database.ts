import { Pool } from "pg";
import { stackUnderTest } from "./stack-under-test.ts";

export type TestDatabase = Pool;

/** Connects as the owner of the application's tables, unless it is another. Call `end()` when done. */
export function openDatabase(url = stackUnderTest().databaseUrl): TestDatabase {
  return new Pool({ connectionString: url, max: 4 });
}
