import { BrowserUrls } from "@genie/browser-client";
import { parseEnv } from "@genie/env";
import { llmVariables } from "@genie/llm";
import { telemetryVariables } from "@genie/telemetry";
import { z } from "zod";

const secret = z.string().min(32, "must have at least 32 characters");
const url = z.url({ protocol: /^https?$/ });

const Variables = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8055),
  PUBLIC_URL: url,
  DASHBOARD_URL: url,
  DIRECTUS_URL: url.default("http://127.0.0.1:8055"),
  DB_HOST: z.string(),
  DB_PORT: z.coerce.number().int(),
  DB_DATABASE: z.string(),
  DB_USER: z.string(),
  DB_PASSWORD: z.string(),
  KEY: secret,
  SECRET: secret,
  ADMIN_EMAIL: z.email(),
  ADMIN_PASSWORD: z.string().min(8),
  DIRECTUS_ADMIN_TOKEN: secret,
  WORKER_TOKEN: secret,
  BROWSER_URL: BrowserUrls,
  BROWSER_READER_TOKEN: secret,
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
  INBOUND_WEBHOOK_SECRET: secret,
  SEALING_KEYS: z.string(),
  SEALING_PRIMARY_KEY: z.string(),
  STORAGE_LOCAL_ROOT: z.string(),
  STORAGE_S3_BUCKET: z.string().optional(),
  STORAGE_S3_ENDPOINT: url.optional(),
  STORAGE_S3_REGION: z.string().optional(),
  STORAGE_S3_KEY: z.string().optional(),
  STORAGE_S3_SECRET: z.string().optional(),
  STORAGE_S3_FORCE_PATH_STYLE: z.enum(["true", "false"]).default("false"),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).default(4096),
  REDIS_URL: z.string().optional(),
  /** How many of them there are on this database. */
  DIRECTUS_INSTANCES: z.coerce.number().int().min(1).default(1),
  QUEUES_DATABASE_URL: z.string().optional(),
  SANDBOX_URL: url.optional(),
  SANDBOX_APIS: z.enum(["true", "false"]).default("false"),
  BLUESKY_URL: url.optional(),
  MASTODON_TEST_URL: url.optional(),
  EMAIL_FROM: z.email().optional(),
  EMAIL_SMTP_HOST: z.string().optional(),
  EMAIL_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  EMAIL_SMTP_SECURE: z.enum(["true", "false"]).default("false"),
  EMAIL_SMTP_USER: z.string().optional(),
  EMAIL_SMTP_PASSWORD: z.string().optional(),
  ...llmVariables,
  ...telemetryVariables,
  ACTIONS_PER_DAY: z.coerce.number().int().min(1).default(5000),
  ACTION_CHANGES_PER_DAY: z.coerce.number().int().min(1).default(500),
  SESSION_COOKIE_NAME: z.string().optional(),
  /** "weak" for throw-away data alone: hashing and log-in cost next to nothing. */
  PASSWORDS: z.enum(["strong", "weak"]).default("strong"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});
export const Env = Variables.refine(
  ({ DIRECTUS_INSTANCES: instances, REDIS_URL: redis }) => instances === 1 || redis !== undefined,
  {
    path: ["DIRECTUS_INSTANCES"],
    message:
      "is more than 1, and several Directus need a Redis to agree on what has changed. Set REDIS_URL, or start one alone",
  },
);
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return parseEnv(Env, variables, "The CMS");
}
