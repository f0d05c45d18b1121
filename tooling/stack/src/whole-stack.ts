import { build } from "./services/build.ts";
import { dashboardService } from "./services/dashboard.ts";
import { applyDirectus, bootstrapDirectus, directusService } from "./services/directus.ts";
import { ensureTools } from "./services/ensure-tools.ts";
import { type DatabaseLogin, databaseAddress, startDatabase } from "./services/start-database.ts";
import type { StackContext, StackPlan } from "./stack-context.ts";

/** Everything that this release consists of. */
export const wholeStack: StackPlan = async (stack) => {
  const { phase, runOnce, keepUp } = stack;
  const [login] = await Promise.all([
    startDirectus(stack),
    phase("Dashboard build", () => runOnce(build(stack, "dashboard"))),
    phase("Chromium and ffmpeg", () => ensureTools(stack)),
  ]);
  await Promise.all([
    phase("Collections and access", () => runOnce(applyDirectus(stack, login))),
    phase("Dashboard", () => keepUp(dashboardService(stack))),
  ]);
  return {
    dashboard: stack.addresses.dashboard,
    directus: stack.addresses.directus,
    database: databaseAddress(login),
  };
};

async function startDirectus(stack: StackContext): Promise<DatabaseLogin> {
  const { phase, runOnce, keepUp } = stack;
  const [login] = await Promise.all([
    phase("PostgreSQL", () => startDatabase(stack)),
    phase("CMS extension", () => runOnce(build(stack, "cms"))),
  ]);
  await phase("Directus tables", () => runOnce(bootstrapDirectus(stack, login)));
  await phase("Directus", () => keepUp(directusService(stack, login)));
  return login;
}
