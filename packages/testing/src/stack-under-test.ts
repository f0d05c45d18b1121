import { readFileSync } from "node:fs";

/** Where the running stack is and what a test needs to act in every role. */
export type StackUnderTest = {
  /** Says which processes run, and where; read anew, it tells what was started again. */
  runFile: string;
  directusUrl: string;
  /** The browser's origin; null when only Directus runs. */
  dashboardUrl: string | null;
  /** The dashboard's server itself, on loopback. */
  dashboardServerUrl: string;
  /** Name of the session's cookie. */
  sessionCookie: string;
  databaseUrl: string;
  /** Of the queues; the stack itself uses this one. */
  queuesDatabaseUrl: string;
  /** A Redis that nobody else uses, for what runs on both kinds of queues. */
  redisUrl: string;
  /** The fan platform as browsers see it. */
  sandboxUrl: string;
  sandboxAdminUrl: string;
  sandboxAdminToken: string;
  /** A real Bluesky server, behind a proxy whose faults the token steers. */
  blueskyUrl: string;
  blueskyFaultsToken: string;
  /** A double of a Mastodon server, likewise; the token is that of its admin, too. */
  mastodonUrl: string;
  mastodonAdminToken: string;
  /** Where every letter lands. */
  mailboxUrl: string;
  browserUrl: string;
  browserToken: string;
  workerUrl: string;
  mcpUrl: string;
  /** Opens metrics, and the sentences of readiness. */
  metricsToken: string;
  /** Where all services send their spans; a test listens there itself. */
  collectorUrl: string;
  adminToken: string;
  /** What Directus signs its tokens with. */
  secret: string;
  workerToken: string;
  /** Proves a request to come from our own proxy, which may say for whom it speaks. */
  proxySecret: string;
  /** What a stranger must send to start a webhook flow. */
  inboundWebhookSecret: string;
  sealingKeys: string;
  sealingPrimaryKey: string;
  logFolder: string;
  uploadsFolder: string;
};

/**
 * What `npm test` provides. Throws with a sentence that names the first variable that is missing: a
 * test that needs the stack fails without it, it is never skipped.
 */
export function stackUnderTest(): StackUnderTest {
  const runFile = variable("GENIE_RUN_FILE");
  const run = readRunFile(runFile);
  return {
    runFile,
    directusUrl: run.directus,
    dashboardUrl: run.dashboard,
    dashboardServerUrl: variable("DASHBOARD_SERVER_URL"),
    sessionCookie: variable("TEST_SESSION_COOKIE"),
    databaseUrl: variable("TEST_DATABASE_URL"),
    queuesDatabaseUrl: variable("TEST_QUEUES_DATABASE_URL"),
    redisUrl: variable("TEST_REDIS_URL"),
    sandboxUrl: variable("SANDBOX_URL"),
    sandboxAdminUrl: variable("SANDBOX_ADMIN_URL"),
    sandboxAdminToken: variable("SANDBOX_ADMIN_TOKEN"),
    blueskyUrl: variable("BLUESKY_URL"),
    blueskyFaultsToken: variable("BLUESKY_FAULTS_TOKEN"),
    mastodonUrl: variable("MASTODON_TEST_URL"),
    mastodonAdminToken: variable("MASTODON_ADMIN_TOKEN"),
    mailboxUrl: variable("MAILBOX_URL"),
    browserUrl: variable("BROWSER_URL"),
    browserToken: variable("BROWSER_TOKEN"),
    workerUrl: variable("WORKER_URL"),
    mcpUrl: variable("MCP_URL"),
    metricsToken: variable("METRICS_TOKEN"),
    collectorUrl: variable("TEST_COLLECTOR_URL"),
    adminToken: variable("DIRECTUS_ADMIN_TOKEN"),
    secret: variable("SECRET"),
    workerToken: variable("WORKER_TOKEN"),
    proxySecret: variable("PROXY_SECRET"),
    inboundWebhookSecret: variable("INBOUND_WEBHOOK_SECRET"),
    sealingKeys: variable("SEALING_KEYS"),
    sealingPrimaryKey: variable("SEALING_PRIMARY_KEY"),
    logFolder: variable("LOG_DIR"),
    uploadsFolder: variable("STORAGE_LOCAL_ROOT"),
  };
}

function readRunFile(path: string): { directus: string; dashboard: string | null } {
  const run: { directus: string | null; dashboard: string | null } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  if (run.directus === null) throw new Error(`${path} names no Directus. ${howToRun}`);
  return { directus: run.directus, dashboard: run.dashboard };
}

function variable(name: string): string {
  // oxlint-disable-next-line node/no-process-env
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set. ${howToRun}`);
  return value;
}

const howToRun = "Run this with npm test, which starts the stack.";
