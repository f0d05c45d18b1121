import { exitWith } from "../exit-with.ts";
import { runStart } from "../run-start.ts";
import { databaseAddress } from "../services/database-login.ts";
import { startDatabase } from "../services/start-database.ts";
import type { StackPlan } from "../stack-context.ts";

// The same start as `npm start`, with the database as its only service: quick enough for tests.
const plan: StackPlan = async (stack) => {
  const login = await stack.phase("PostgreSQL", () => startDatabase(stack));
  return {
    dashboard: null,
    directus: null,
    browser: null,
    worker: null,
    mcp: null,
    sandbox: null,
    mailbox: null,
    database: databaseAddress(login),
  };
};

await exitWith(() => runStart({ plan }));
