import { backUpBeforeChange } from "./backup/before-change.ts";
import { noteDataForm } from "./backup/data-form.ts";
import { withDatabase } from "./backup/server.ts";
import { asInstance, instanceName, instancesOf } from "./instances.ts";
import { misconfigured } from "./misconfigured.ts";
import { browserService } from "./services/browser.ts";
import { buildDashboard } from "./services/build-dashboard.ts";
import { dashboardService } from "./services/dashboard.ts";
import { applyDirectus, bootstrapDirectus, directusService } from "./services/directus.ts";
import { ensureTools } from "./services/ensure-tools.ts";
import { mailboxService } from "./services/mailbox.ts";
import { mcpService } from "./services/mcp.ts";
import { migrateQueues } from "./services/queues.ts";
import { sandboxService } from "./services/sandbox.ts";
import { type DatabaseLogin, databaseAddress, databaseUrl } from "./services/database-login.ts";
import { startDatabase } from "./services/start-database.ts";
import { workerService } from "./services/worker.ts";
import type { StackContext, StackPlan } from "./stack-context.ts";
import type { Service } from "./supervision/service.ts";
import type { ToolPaths } from "./tools/provide-tools.ts";

/** Everything that this release consists of. */
export const wholeStack: StackPlan = async (stack) => {
  const { addresses, settings } = stack;
  if (settings.DIRECTUS_INSTANCES > 1 || settings.DASHBOARD_INSTANCES > 1) {
    throw misconfigured(
      "Several Directus or dashboards need nginx in front, and a process manager to start them: deploy/README.md says how. Set DIRECTUS_INSTANCES and DASHBOARD_INSTANCES to 1 for npm start.",
    );
  }
  const tables = prepareTables(stack);
  const directus = startDirectus(stack, tables);
  const tools = stack.phase("Chromium and ffmpeg", () => ensureTools(stack));
  const [login, hasBrowser] = await Promise.all([
    startWorker(stack, directus, tools),
    startBrowsers(stack, tables, tools),
    startDashboard(stack, directus),
    startMcp(stack, directus),
    startMailbox(stack),
  ]);
  return {
    dashboard: addresses.dashboard,
    directus: addresses.directus,
    browser: hasBrowser ? addresses.browser : null,
    worker: addresses.worker,
    mcp: addresses.mcp,
    sandbox: addresses.sandbox,
    mailbox: addresses.mailbox,
    database: databaseAddress(login),
  };
};

/** What posts are published with, without people and browsers: who starts it brings the workers. */
export const publishingServices: StackPlan = async (stack) => {
  const { addresses, phase, keepUp } = stack;
  const noTools = { chromium: null, ffmpeg: null, nginx: null, redis: null };
  const [login] = await Promise.all([
    applyAccess(stack, startDirectus(stack, prepareTables(stack))),
    phase("Sandbox", () => keepUp(sandboxService(stack, noTools))),
  ]);
  return {
    dashboard: null,
    directus: addresses.directus,
    browser: null,
    worker: null,
    mcp: null,
    sandbox: addresses.sandbox,
    mailbox: null,
    database: databaseAddress(login),
  };
};

/** Brings the database to this release, and builds the pages, for services that others start. */
export const preparedRelease =
  ({ builds }: { builds: boolean }): StackPlan =>
  async (stack) => {
    const [login] = await Promise.all([
      applyAccess(stack, startDirectus(stack, prepareTables(stack))),
      builds && stack.phase("Dashboard build", () => stack.runOnce(buildDashboard(stack))),
    ]);
    return {
      dashboard: null,
      directus: stack.addresses.directus,
      browser: null,
      worker: null,
      mcp: null,
      sandbox: null,
      mailbox: null,
      database: databaseAddress(login),
    };
  };

/** Also holds the sealing keys to what is stored: with wrong ones no service is started. */
async function prepareTables(stack: StackContext): Promise<DatabaseLogin> {
  const { phase, runOnce } = stack;
  const login = await phase("PostgreSQL", () => startDatabase(stack));
  // Before the first thing that changes rows.
  await backUpBeforeChange(stack);
  await Promise.all([
    phase("Queues", () => runOnce(migrateQueues(stack))),
    phase("Directus tables", () => runOnce(bootstrapDirectus(stack, login))),
  ]);
  return login;
}

async function startDirectus(
  stack: StackContext,
  tables: Promise<DatabaseLogin>,
): Promise<DatabaseLogin> {
  const login = await tables;
  await stack.phase("Directus", () => stack.keepUp(directusService(stack, login)));
  return login;
}

/** The worker comes last: what it works on has to be there. */
async function startWorker(
  stack: StackContext,
  directus: Promise<DatabaseLogin>,
  tools: Promise<ToolPaths>,
): Promise<DatabaseLogin> {
  const [login, found] = await Promise.all([applyAccess(stack, directus), tools]);
  await stack.phase("Worker", () =>
    keepUpAll(stack, "worker", (context) => workerService(context, found)),
  );
  return login;
}

async function applyAccess(
  stack: StackContext,
  directus: Promise<DatabaseLogin>,
): Promise<DatabaseLogin> {
  const login = await directus;
  await stack.phase("Collections and access", () => stack.runOnce(applyDirectus(stack, login)));
  await withDatabase(databaseUrl(stack), noteDataForm);
  return login;
}

async function startDashboard(stack: StackContext, directus: Promise<unknown>): Promise<void> {
  const { phase, runOnce, keepUp } = stack;
  await Promise.all([directus, phase("Dashboard build", () => runOnce(buildDashboard(stack)))]);
  await phase("Dashboard", () => keepUp(dashboardService(stack)));
}

async function startMcp(stack: StackContext, directus: Promise<unknown>): Promise<void> {
  await directus;
  await stack.phase("MCP server", () => stack.keepUp(mcpService(stack)));
}

async function startMailbox(stack: StackContext): Promise<void> {
  if (stack.addresses.mailbox === null) return;
  await stack.phase("Mailbox", () => stack.keepUp(mailboxService(stack)));
}

/** As many of a service as there are to be. */
async function keepUpAll(
  stack: StackContext,
  name: "browser" | "worker",
  describe: (context: StackContext) => Service,
): Promise<void> {
  await Promise.all(
    instancesOf(stack.settings, name).map((instance) =>
      stack.keepUp({
        ...describe(asInstance(stack, instance)),
        name: instanceName(name, instance),
      }),
    ),
  );
}

/** Starts what needs programs of others; answers whether there is a Chromium to browse with. */
async function startBrowsers(
  stack: StackContext,
  tables: Promise<DatabaseLogin>,
  found: Promise<ToolPaths>,
): Promise<boolean> {
  const { phase, keepUp, addresses } = stack;
  const [tools] = await Promise.all([found, tables]);
  const { chromium } = tools;
  await Promise.all([
    chromium !== null &&
      phase("Browser", () =>
        keepUpAll(stack, "browser", (context) => browserService(context, chromium)),
      ),
    addresses.sandbox !== null && phase("Sandbox", () => keepUp(sandboxService(stack, tools))),
  ]);
  return chromium !== null;
}
