import { BrowserUrls } from "@genie/browser-client";
import { type KeyRing, parseKeyRing } from "@genie/crypto";
import { queueConnection, type QueueConnection } from "@genie/jobs";
import { type LlmSettings, llmVariables, readLlmSettings } from "@genie/llm";
import {
  type Adapter,
  listPlatforms,
  type Platform,
  platformSettings,
  platformVariables,
} from "@genie/platforms";
import { createAdapters } from "@genie/platforms/adapters";
import { z } from "zod";

const secret = z.string().min(32);

/** Directus makes a list of what has a comma. */
const listed = z
  .union([z.string(), z.array(z.string())])
  .transform((list) => [list].flat().join(","));

const Variables = z.object({
  DASHBOARD_URL: z.url(),
  DIRECTUS_ADMIN_TOKEN: secret,
  WORKER_TOKEN: secret,
  BROWSER_URL: BrowserUrls,
  BROWSER_READER_TOKEN: secret,
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
  INBOUND_WEBHOOK_SECRET: secret,
  SEALING_KEYS: listed,
  SEALING_PRIMARY_KEY: z.coerce.string(),
  SESSION_COOKIE_NAME: z.string(),
  REFRESH_TOKEN_COOKIE_NAME: z.string().default("directus_refresh_token"),
  REDIS_URL: z.string().optional(),
  DIRECTUS_INSTANCES: z.coerce.number().int().min(1).default(1),
  QUEUES_DATABASE_URL: z.string().optional(),
  ...platformVariables,
  ...llmVariables,
  ACTIONS_PER_DAY: z.coerce.number().int().min(1).default(5000),
  ACTION_CHANGES_PER_DAY: z.coerce.number().int().min(1).default(500),
  METRICS_TOKEN: z.string().optional(),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).default(4096),
  STORAGE_LOCATIONS: listed,
  STORAGE_LOCAL_ROOT: z.string().optional(),
  EMAIL_SMTP_HOST: z.string().optional(),
});

export type GateEnv = Omit<
  z.infer<typeof Variables>,
  | keyof typeof llmVariables
  | keyof typeof platformVariables
  | "ACTIONS_PER_DAY"
  | "ACTION_CHANGES_PER_DAY"
  | "QUEUES_DATABASE_URL"
  | "DIRECTUS_INSTANCES"
  | "REDIS_URL"
  | "SEALING_KEYS"
  | "SEALING_PRIMARY_KEY"
  | "STORAGE_LOCAL_ROOT"
  | "STORAGE_LOCATIONS"
  | "UPLOAD_MAX_MB"
> & {
  /** Where files are kept; null when that is a bucket. */
  storageFolder: string | null;
  /** Of a video; pictures have a limit of their own. */
  maxUploadBytes: number;
  /** The language model that actions ask; null where there is none. */
  model: LlmSettings | null;
  /** How often a person's actions may run on one day, and how often they may change something. */
  actionBudget: { runs: number; changes: number };
  keyRing: KeyRing;
  queues: QueueConnection;
  /** Where what several processes of the gate count is counted; null when there is one alone. */
  sharedRedisUrl: string | null;
  /** The ways into them, by the platform's id. */
  adapters: ReadonlyMap<string, Adapter>;
  /** The platforms that this installation can connect. */
  platforms: readonly Platform[];
  /** The one origin that browsers may write from. */
  origin: string;
};

const read = new WeakMap<object, GateEnv>();

/**
 * What the gate needs of the environment, read once: requests ask for it too. The CMS checks the same variables before
 * it starts.
 */
export function gateEnv(env: Record<string, unknown>): GateEnv {
  const known = read.get(env);
  if (known) return known;
  const made = readGateEnv(env);
  read.set(env, made);
  return made;
}

function readGateEnv(env: Record<string, unknown>): GateEnv {
  const {
    QUEUES_DATABASE_URL: queuesDatabaseUrl,
    REDIS_URL: redisUrl,
    DIRECTUS_INSTANCES: instances,
    SEALING_KEYS,
    SEALING_PRIMARY_KEY,
    STORAGE_LOCATIONS,
    STORAGE_LOCAL_ROOT,
    UPLOAD_MAX_MB,
    LLM_BASE_URL,
    LLM_MODEL,
    LLM_API_KEY,
    ACTIONS_PER_DAY: runs,
    ACTION_CHANGES_PER_DAY: changes,
    ...rest
  } = Variables.parse(env);
  const settings = platformSettings(rest);
  return {
    ...rest,
    storageFolder:
      STORAGE_LOCATIONS.split(",")[0] === "local" ? (STORAGE_LOCAL_ROOT ?? null) : null,
    maxUploadBytes: UPLOAD_MAX_MB * 1024 * 1024,
    model: readLlmSettings({ LLM_BASE_URL, LLM_MODEL, LLM_API_KEY }),
    actionBudget: { runs, changes },
    queues: queueConnection({ redisUrl, queuesDatabaseUrl }),
    sharedRedisUrl: instances > 1 ? (redisUrl ?? null) : null,
    adapters: createAdapters(settings),
    platforms: listPlatforms(settings),
    keyRing: parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY),
    origin: new URL(rest.DASHBOARD_URL).origin,
  };
}
