import { type KeyRing, parseKeyRing } from "@genie/crypto";
import { queueConnection, type QueueConnection } from "@genie/jobs";
import { type Adapter, createAdapters, listPlatforms, type Platform } from "@genie/platforms";
import { z } from "zod";

const secret = z.string().min(32);

const Variables = z.object({
  DASHBOARD_URL: z.url(),
  DIRECTUS_ADMIN_TOKEN: secret,
  WORKER_TOKEN: secret,
  BROWSER_URL: z.url(),
  BROWSER_READER_TOKEN: secret,
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
  INBOUND_WEBHOOK_SECRET: secret,
  SEALING_KEYS: z.string(),
  SEALING_PRIMARY_KEY: z.coerce.string(),
  SESSION_COOKIE_NAME: z.string(),
  REFRESH_TOKEN_COOKIE_NAME: z.string().default("directus_refresh_token"),
  REDIS_URL: z.string().optional(),
  QUEUES_DATABASE_URL: z.string().optional(),
  SANDBOX_URL: z.url().optional(),
  // Directus makes a boolean of it.
  SANDBOX_APIS: z.union([z.boolean(), z.stringbool()]).default(false),
  EMAIL_SMTP_HOST: z.string().optional(),
});

export type GateEnv = Omit<
  z.infer<typeof Variables>,
  | "QUEUES_DATABASE_URL"
  | "REDIS_URL"
  | "SANDBOX_APIS"
  | "SANDBOX_URL"
  | "SEALING_KEYS"
  | "SEALING_PRIMARY_KEY"
> & {
  keyRing: KeyRing;
  queues: QueueConnection;
  /** The ways into them, by the platform's id. */
  adapters: ReadonlyMap<string, Adapter>;
  /** The platforms that this installation can connect. */
  platforms: readonly Platform[];
  /** The one origin that browsers may write from. */
  origin: string;
};

/** What the gate needs of the environment. The CMS checks the same variables before it starts. */
export function gateEnv(env: Record<string, unknown>): GateEnv {
  const {
    QUEUES_DATABASE_URL: queuesDatabaseUrl,
    REDIS_URL: redisUrl,
    SANDBOX_URL: sandboxUrl,
    SANDBOX_APIS: sandboxApis,
    SEALING_KEYS,
    SEALING_PRIMARY_KEY,
    ...rest
  } = Variables.parse(env);
  return {
    ...rest,
    queues: queueConnection({ redisUrl, queuesDatabaseUrl }),
    adapters: createAdapters({ sandboxUrl, sandboxApis }),
    platforms: listPlatforms({ sandboxUrl, sandboxApis }),
    keyRing: parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY),
    origin: new URL(rest.DASHBOARD_URL).origin,
  };
}
