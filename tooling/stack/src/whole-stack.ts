import { databaseAddress, startDatabase } from "./services/start-database.ts";
import type { StackPlan } from "./stack-context.ts";

/** Everything that this release consists of. */
export const wholeStack: StackPlan = async (stack) => {
  const login = await stack.phase("PostgreSQL", () => startDatabase(stack));
  return { dashboard: null, directus: null, database: databaseAddress(login) };
};
