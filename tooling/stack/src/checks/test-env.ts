import { inheritedEnv } from "../service-env.ts";
import { sessionCookieName } from "../session-cookie.ts";
import { queuesEnv } from "../services/queues.ts";
import type { TestStack } from "./throwaway-stack.ts";

/** What the integration tests and the journeys need to find the stack and to act in every role. */
export function testEnv({ context, redisUrl, platforms }: TestStack): Record<string, string> {
  const { secrets, addresses, paths, ports, settings } = context;
  const database = `postgresql://genie:${secrets.DATABASE_PASSWORD}@127.0.0.1:${ports.postgres}/genie`;
  return {
    ...inheritedEnv(context.env),
    NO_COLOR: "1",
    CI: "1",
    GENIE_RUN_FILE: paths.run,
    LOG_DIR: paths.logs,
    STORAGE_LOCAL_ROOT: paths.uploads,
    DIRECTUS_URL: addresses.directus,
    PUBLIC_URL: addresses.public,
    DASHBOARD_URL: addresses.dashboard,
    DASHBOARD_SERVER_URL: `http://127.0.0.1:${ports.dashboard}`,
    TEST_SESSION_COOKIE: sessionCookieName(addresses.dashboard),
    TEST_DATABASE_URL: database,
    TEST_QUEUES_DATABASE_URL: queuesEnv(context).QUEUES_DATABASE_URL ?? "",
    TEST_REDIS_URL: redisUrl ?? "",
    SANDBOX_URL: addresses.sandbox ?? "",
    SANDBOX_ADMIN_URL: `http://127.0.0.1:${ports.sandbox}/admin`,
    SANDBOX_ADMIN_TOKEN: secrets.SANDBOX_ADMIN_TOKEN,
    MAILBOX_URL: `http://127.0.0.1:${ports.mailbox}`,
    BLUESKY_URL: platforms.bluesky?.url ?? "",
    BLUESKY_FAULTS_TOKEN: platforms.bluesky?.adminToken ?? "",
    MASTODON_TEST_URL: platforms.mastodon?.url ?? "",
    MASTODON_ADMIN_TOKEN: platforms.mastodon?.adminToken ?? "",
    BROWSER_URL: addresses.browser,
    BROWSER_TOKEN: secrets.BROWSER_TOKEN,
    BROWSER_READER_TOKEN: secrets.BROWSER_READER_TOKEN,
    BROWSER_VIEWER_TOKEN: secrets.BROWSER_VIEWER_TOKEN,
    WORKER_URL: addresses.worker,
    MCP_URL: addresses.mcp,
    METRICS_TOKEN: secrets.METRICS_TOKEN,
    TEST_COLLECTOR_URL: context.env["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? "",
    ADMIN_EMAIL: secrets.ADMIN_EMAIL,
    ADMIN_PASSWORD: secrets.ADMIN_PASSWORD,
    DIRECTUS_ADMIN_TOKEN: secrets.DIRECTUS_ADMIN_TOKEN,
    SECRET: secrets.SECRET,
    WORKER_TOKEN: secrets.WORKER_TOKEN,
    PROXY_SECRET: secrets.PROXY_SECRET,
    RBAC_SYNC_SECRET: secrets.RBAC_SYNC_SECRET,
    INBOUND_WEBHOOK_SECRET: secrets.INBOUND_WEBHOOK_SECRET,
    SEALING_KEYS: secrets.SEALING_KEYS,
    SEALING_PRIMARY_KEY: secrets.SEALING_PRIMARY_KEY,
    CHROMIUM_PATH: settings.CHROMIUM_PATH ?? "",
    FFMPEG_PATH: settings.FFMPEG_PATH ?? "",
    E2E_BASE_URL: addresses.dashboard,
    E2E_DATABASE_URL: database,
    E2E_ADMIN_TOKEN: secrets.DIRECTUS_ADMIN_TOKEN,
  };
}
