import { buildDashboard } from "./services/build-dashboard.ts";
import { dashboardService } from "./services/dashboard.ts";
import { applyDirectus, bootstrapDirectus, directusService } from "./services/directus.ts";
import { ensureTools } from "./services/ensure-tools.ts";
import { migrateQueues } from "./services/queues.ts";
import { sandboxService } from "./services/sandbox.ts";
import { type DatabaseLogin, databaseAddress, startDatabase } from "./services/start-database.ts";
import type { StackContext, StackPlan } from "./stack-context.ts";

/** Everything that this release consists of. */
export const wholeStack: StackPlan = async (stack) => {
  const { phase, runOnce, keepUp } = stack;
  const directus = startDirectus(stack);
  const [login] = await Promise.all([
    directus.then(async (database) => {
      await phase("Collections and access", () => runOnce(applyDirectus(stack, database)));
      return database;
    }),
    Promise.all([directus, phase("Dashboard build", () => runOnce(buildDashboard(stack)))]).then(
      () => phase("Dashboard", () => keepUp(dashboardService(stack))),
    ),
    startWhatNeedsTools(stack),
  ]);
  return {
    dashboard: stack.addresses.dashboard,
    directus: stack.addresses.directus,
    browser: null,
    worker: null,
    sandbox: stack.addresses.sandbox,
    database: databaseAddress(login),
  };
};

async function startWhatNeedsTools(stack: StackContext): Promise<void> {
  const { phase, keepUp, addresses } = stack;
  const tools = await phase("Chromium and ffmpeg", () => ensureTools(stack));
  if (addresses.sandbox !== null) {
    await phase("Sandbox", () => keepUp(sandboxService(stack, tools)));
  }
}

async function startDirectus(stack: StackContext): Promise<DatabaseLogin> {
  const { phase, runOnce, keepUp } = stack;
  const login = await phase("PostgreSQL", () => startDatabase(stack));
  await Promise.all([
    phase("Queues", () => runOnce(migrateQueues(stack))),
    phase("Directus tables", () => runOnce(bootstrapDirectus(stack, login))),
  ]);
  await phase("Directus", () => keepUp(directusService(stack, login)));
  return login;
}
