import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import { sessionCookieName } from "../session-cookie.ts";
import type { ServiceContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";
import { mailEnv } from "./mail-env.ts";
import { modelEnv } from "./model-env.ts";
import { platformsEnv } from "./platforms-env.ts";

export function dashboardService(stack: ServiceContext): Service {
  const { env, secrets, settings, addresses, ports } = stack;
  const folder = join(repositoryRoot, "apps", "dashboard");
  const { EMAIL_SMTP_HOST: emailHost } = mailEnv(stack);
  const host = settings.DASHBOARD_HOST;
  // An address that means "any" cannot be asked; loopback is part of it.
  const asked = ["0.0.0.0", "::"].includes(host)
    ? "127.0.0.1"
    : host.includes(":")
      ? `[${host}]`
      : host;
  return {
    name: "dashboard",
    command: [process.execPath, join(folder, "server.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DASHBOARD_HOST: host,
      DASHBOARD_PORT: String(ports.dashboard),
      DASHBOARD_URL: addresses.dashboard,
      PUBLIC_URL: addresses.public,
      DIRECTUS_URL: addresses.directus,
      DIRECTUS_EACH_URL: addresses.eachDirectus,
      LOG_LEVEL: settings.LOG_LEVEL,
      REGISTRATION: settings.REGISTRATION,
      TRUSTED_PROXIES: settings.TRUSTED_PROXIES,
      SESSION_COOKIE_NAME: sessionCookieName(addresses.dashboard),
      DIRECTUS_ADMIN_TOKEN: secrets.DIRECTUS_ADMIN_TOKEN,
      PROXY_SECRET: secrets.PROXY_SECRET,
      RBAC_SYNC_SECRET: secrets.RBAC_SYNC_SECRET,
      MCP_URL: addresses.mcp,
      WORKER_URL: addresses.worker,
      BROWSER_URL: addresses.browser,
      BROWSER_VIEWER_TOKEN: secrets.BROWSER_VIEWER_TOKEN,
      METRICS_TOKEN: secrets.METRICS_TOKEN,
      ...(emailHost !== undefined && { EMAIL_SMTP_HOST: emailHost }),
      ...modelEnv(stack),
      ...platformsEnv(stack),
    },
    folder,
    isReady: () => answersOk(`http://${asked}:${ports.dashboard}/health`),
    readyWithinMs: 60_000,
    needs: ["directus"],
    stopSignal: "SIGTERM",
    stopWithinMs: 20_000,
  };
}
