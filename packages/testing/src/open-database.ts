import { Pool } from "pg";
import { stackUnderTest } from "./stack-under-test.ts";

export type TestDatabase = Pool;

/** Connects as the owner of the application's tables. Call `end()` when done. */
export function openDatabase(): TestDatabase {
  return new Pool({ connectionString: stackUnderTest().databaseUrl, max: 4 });
}
