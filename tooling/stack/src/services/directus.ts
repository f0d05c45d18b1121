import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import type { Program } from "../run-program.ts";
import { inheritedEnv } from "../service-env.ts";
import { sessionCookieName } from "../session-cookie.ts";
import type { ServiceContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";
import { mailEnv } from "./mail-env.ts";
import { modelEnv } from "./model-env.ts";
import { platformsEnv } from "./platforms-env.ts";
import { queuesEnv } from "./queues.ts";
import type { DatabaseLogin } from "./database-login.ts";

const folder = join(repositoryRoot, "apps", "cms");

/** Makes or migrates Directus' own tables; does nothing when they are there. */
export function bootstrapDirectus(stack: ServiceContext, login: DatabaseLogin): Program {
  return cmsProgram(stack, login, "directus-bootstrap", "bootstrap.ts");
}

/** Brings our collections, access rules and seed to the wanted state. */
export function applyDirectus(stack: ServiceContext, login: DatabaseLogin): Program {
  return cmsProgram(stack, login, "directus-apply", "apply.ts");
}

export function directusService(stack: ServiceContext, login: DatabaseLogin): Service {
  return {
    ...cmsProgram(stack, login, "directus", "serve.ts"),
    isReady: () => answersOk(`http://127.0.0.1:${stack.ports.directus}/health`),
    readyWithinMs: 180_000,
    needs: ["postgres"],
    stopSignal: "SIGTERM",
    stopWithinMs: 20_000,
  };
}

function cmsProgram(
  stack: ServiceContext,
  login: DatabaseLogin,
  name: string,
  entry: string,
): Program {
  return {
    name,
    command: [process.execPath, join(folder, "src", entry)],
    env: cmsEnv(stack, login),
    folder,
  };
}

/** What the programs of apps/cms are handed. */
export function cmsEnv(stack: ServiceContext, login: DatabaseLogin): Record<string, string> {
  const { env, secrets, settings, addresses, ports, paths } = stack;
  return {
    ...inheritedEnv(env),
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(ports.directus),
    DIRECTUS_URL: addresses.directus,
    PUBLIC_URL: addresses.public,
    DASHBOARD_URL: addresses.dashboard,
    LOG_LEVEL: settings.LOG_LEVEL,
    REGISTRATION: settings.REGISTRATION,
    SESSION_COOKIE_NAME: sessionCookieName(addresses.dashboard),
    PASSWORDS: stack.durable ? "strong" : "weak",
    STORAGE_LOCAL_ROOT: paths.uploads,
    ...storageEnv(settings),
    DB_HOST: login.host,
    DB_PORT: String(login.port),
    DB_DATABASE: login.database,
    DB_USER: login.user,
    DB_PASSWORD: login.password,
    ...tlsSettings(login.sslMode),
    KEY: secrets.KEY,
    SECRET: secrets.SECRET,
    ADMIN_EMAIL: secrets.ADMIN_EMAIL,
    ADMIN_PASSWORD: secrets.ADMIN_PASSWORD,
    DIRECTUS_ADMIN_TOKEN: secrets.DIRECTUS_ADMIN_TOKEN,
    WORKER_TOKEN: secrets.WORKER_TOKEN,
    BROWSER_URL: addresses.browser,
    BROWSER_READER_TOKEN: secrets.BROWSER_READER_TOKEN,
    PROXY_SECRET: secrets.PROXY_SECRET,
    RBAC_SYNC_SECRET: secrets.RBAC_SYNC_SECRET,
    INBOUND_WEBHOOK_SECRET: secrets.INBOUND_WEBHOOK_SECRET,
    SEALING_KEYS: secrets.SEALING_KEYS,
    SEALING_PRIMARY_KEY: secrets.SEALING_PRIMARY_KEY,
    ...queuesEnv(stack),
    DIRECTUS_INSTANCES: String(settings.DIRECTUS_INSTANCES),
    ...mailEnv(stack),
    ...platformsEnv(stack),
    METRICS_TOKEN: secrets.METRICS_TOKEN,
    ...modelEnv(stack),
    ACTIONS_PER_DAY: settings.ACTIONS_PER_DAY,
    ACTION_CHANGES_PER_DAY: settings.ACTION_CHANGES_PER_DAY,
  };
}

function storageEnv(settings: ServiceContext["settings"]): Record<string, string> {
  const names = [
    "STORAGE_S3_BUCKET",
    "STORAGE_S3_ENDPOINT",
    "STORAGE_S3_REGION",
    "STORAGE_S3_KEY",
    "STORAGE_S3_SECRET",
    "STORAGE_S3_FORCE_PATH_STYLE",
    "UPLOAD_MAX_MB",
  ] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

function tlsSettings(sslMode: string | null): Record<string, string> {
  if (sslMode === null || sslMode === "disable") return {};
  return sslMode === "no-verify" ? { DB_SSL__REJECT_UNAUTHORIZED: "false" } : { DB_SSL: "true" };
}
