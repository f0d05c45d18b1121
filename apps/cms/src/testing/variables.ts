import { Env } from "../env.ts";

/** Every variable that the CMS can't do without, for a dashboard at this origin. */
export const variablesFor = (dashboard: string) => ({
  PUBLIC_URL: `${dashboard}/api/directus`,
  DASHBOARD_URL: dashboard,
  DB_HOST: "127.0.0.1",
  DB_PORT: "5432",
  DB_DATABASE: "genie",
  DB_USER: "genie",
  DB_PASSWORD: "x",
  KEY: "k".repeat(32),
  SECRET: "s".repeat(32),
  ADMIN_EMAIL: "admin@example.com",
  ADMIN_PASSWORD: "long enough",
  DIRECTUS_ADMIN_TOKEN: "a".repeat(32),
  WORKER_TOKEN: "w".repeat(32),
  BROWSER_URL: "http://127.0.0.1:3002",
  BROWSER_READER_TOKEN: "b".repeat(32),
  PROXY_SECRET: "p".repeat(32),
  RBAC_SYNC_SECRET: "r".repeat(32),
  INBOUND_WEBHOOK_SECRET: "i".repeat(32),
  SEALING_KEYS: "1:x",
  SEALING_PRIMARY_KEY: "1",
  STORAGE_LOCAL_ROOT: "/uploads",
});

/** A complete environment of the CMS for a dashboard at this origin. */
export const variables = (dashboard: string) => Env.parse(variablesFor(dashboard));
