import { mostReadings } from "@genie/browser-client";
import { mostRows } from "@genie/schema";
import type { Env } from "./env.ts";
import { accountLinks } from "./model/account-links-table.ts";
import { libraryEntries } from "./model/library-table.ts";
import { processTableNames } from "./model/process-tables.ts";

export const directusVersion = "11.17.4";

/** As many as Directus opens at most when nothing is set. */
const usualConnections = 10;

/** The settings that Directus runs with. What differs from its defaults, differs for a reason. */
export function directusEnv(env: Env): Record<string, string> {
  const https = env.PUBLIC_URL.startsWith("https:");
  return {
    NODE_ENV: "production",
    HOST: env.HOST,
    PORT: String(env.PORT),
    PUBLIC_URL: env.PUBLIC_URL,
    KEY: env.KEY,
    SECRET: env.SECRET,
    ADMIN_EMAIL: env.ADMIN_EMAIL,
    ADMIN_PASSWORD: env.ADMIN_PASSWORD,
    PROJECT_OWNER: env.ADMIN_EMAIL,
    PROJECT_NAME: "Genie Helper",
    ACCEPT_TERMS: "true",
    TELEMETRY: "false",
    LOG_STYLE: "raw",
    LOG_LEVEL: env.LOG_LEVEL,

    DB_CLIENT: "pg",
    DB_HOST: env.DB_HOST,
    DB_PORT: String(env.DB_PORT),
    DB_DATABASE: env.DB_DATABASE,
    DB_USER: env.DB_USER,
    DB_PASSWORD: env.DB_PASSWORD,
    // Each reading keeps a connection to its end, and requests need theirs meanwhile.
    DB_POOL__MAX: String(usualConnections + mostReadings(env.BROWSER_URL.length)),
    // Side tables of ours, which nobody reads but by SQL.
    DB_EXCLUDE_TABLES: [libraryEntries, accountLinks, ...processTableNames].join(","),

    // Without it each request clones the whole schema: 1.8 to 5 times slower.
    CACHE_SCHEMA_FREEZE_ENABLED: "true",
    CACHE_ENABLED: "false",

    ...redisEnv(env),
    ...(env.QUEUES_DATABASE_URL && { QUEUES_DATABASE_URL: `string:${env.QUEUES_DATABASE_URL}` }),

    EXTENSIONS_PATH: "./extensions",
    // Without it a broken manifest starts Directus without the gate.
    EXTENSIONS_MUST_LOAD: "true",

    // The gate removes forwarding headers that our own proxy did not set.
    IP_TRUST_PROXY: "true",
    // The gate limits by user; this one would merge all users into one bucket.
    RATE_LIMITER_ENABLED: "false",
    RATE_LIMITER_GLOBAL_ENABLED: "false",
    PRESSURE_LIMITER_ENABLED: "true",
    // Directus counts the utilization since its start, so right after one it turns everybody away.
    PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION: "false",
    // On a small machine half a second passes when a neighbour is busy; that is no overload.
    PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY: "3000",
    PRESSURE_LIMITER_RETRY_AFTER: "1",
    // Longer than those that ask keep an idle connection: what they send while it is being closed is lost.
    SERVER_KEEP_ALIVE_TIMEOUT: "60000",
    // An import takes as long as it takes (Node would end a request after five minutes); a connection on which nothing
    // moves ends, later than with those in front of it.
    SERVER_REQUEST_TIMEOUT: "0",
    SERVER_TIMEOUT: "620000",

    ACCESS_TOKEN_TTL: "15m",
    REFRESH_TOKEN_TTL: "7d",
    SESSION_COOKIE_TTL: "7d",
    SESSION_COOKIE_SECURE: String(https),
    SESSION_COOKIE_SAME_SITE: "lax",
    SESSION_COOKIE_NAME:
      env.SESSION_COOKIE_NAME ?? (https ? "__Host-genie_session" : "directus_session_token"),
    REFRESH_TOKEN_COOKIE_SECURE: String(https),
    REFRESH_TOKEN_COOKIE_SAME_SITE: "lax",
    EMAIL_VERIFICATION_TOKEN_TTL: "24h",
    USER_INVITE_TOKEN_TTL: "48h",
    // Whether an account is known is not to be read from how long the answer takes.
    LOGIN_STALL_TIME: "500",
    ...(env.PASSWORDS === "weak" && weakPasswords),

    CORS_ENABLED: "false",
    HSTS_ENABLED: String(https),
    CONTENT_SECURITY_POLICY_DIRECTIVES__FRAME_ANCESTORS: "array:'self'",
    // Directus merges these lists with its own by position: ours must be as long to replace them.
    CONTENT_SECURITY_POLICY_DIRECTIVES__CONNECT_SRC: "array:'self','self','self'",
    CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC: "array:'self',data:,blob:,'self','self'",
    CONTENT_SECURITY_POLICY_DIRECTIVES__MEDIA_SRC: "array:'self'",

    MAX_PAYLOAD_SIZE: "5mb",
    MAX_BATCH_MUTATION: "500",
    MAX_RELATIONAL_DEPTH: "5",
    MAX_JSON_QUERY_DEPTH: "5",
    QUERY_LIMIT_DEFAULT: "100",
    QUERY_LIMIT_MAX: String(mostRows),
    QUERYSTRING_MAX_PARSE_DEPTH: "8",
    QUERYSTRING_ARRAY_LIMIT: "100",

    GRAPHQL_INTROSPECTION: "false",
    // An open advisory lets anybody in through it (CVE-2026-126539).
    WEBSOCKETS_ENABLED: "false",
    MCP_ENABLED: "false",
    AI_ENABLED: "false",
    // The gate takes resumable uploads itself (resumable-uploads): this route would believe what the caller
    // says, and with it nobody may read files who may not read the ids of uploads.
    TUS_ENABLED: "false",
    TUS_UPLOAD_EXPIRATION: "24h",
    // The smallest part that a bucket takes: a part that was cut off is sent again whole, or the bucket
    // would end up with other parts than Directus expects of a file of that size.
    TUS_CHUNK_SIZE: "5mb",
    UPLOAD_MAX_MB: String(env.UPLOAD_MAX_MB),

    // It would make a list of what has a comma, and a number of a key that has only digits.
    ...(env.LLM_BASE_URL && { LLM_BASE_URL: `string:${env.LLM_BASE_URL}` }),
    ...(env.LLM_MODEL && { LLM_MODEL: `string:${env.LLM_MODEL}` }),
    ...(env.LLM_API_KEY && { LLM_API_KEY: `string:${env.LLM_API_KEY}` }),
    ...(env.METRICS_TOKEN && { METRICS_TOKEN: `string:${env.METRICS_TOKEN}` }),
    ACTIONS_PER_DAY: String(env.ACTIONS_PER_DAY),
    ACTION_CHANGES_PER_DAY: String(env.ACTION_CHANGES_PER_DAY),

    ...mailEnv(env),

    ...storageEnv(env),
    FILES_MAX_UPLOAD_SIZE: "500mb",
    FILES_MIME_TYPE_ALLOW_LIST:
      "image/jpeg,image/png,image/webp,image/gif,image/avif,video/mp4,video/quicktime,video/webm",
    IMPORT_IP_DENY_LIST:
      "0.0.0.0,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,100.64.0.0/10,fc00::/7,fe80::/10",
    // Small pictures are our own (`/renditions`); these are those of Directus' panel.
    ASSETS_TRANSFORM_MAX_CONCURRENT: "6",
    ASSETS_TRANSFORM_MAX_OPERATIONS: "5",
    ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION: "8000",
    FLOWS_ENV_ALLOW_LIST: "false",
  };
}

/**
 * One Directus uses no Redis, so that one which is away takes nothing along. Several tell each other by it of schemas and
 * rights that changed, hold the locks of uploads there, and agree on which of them runs a flow when its time has come.
 */
function redisEnv({ REDIS_URL: url, DIRECTUS_INSTANCES: instances }: Env): Record<string, string> {
  // Directus takes every variable that begins with REDIS_ for a Redis of its own.
  if (url === undefined) return { REDIS_ENABLED: "false" };
  // It takes text with a comma for a list, unless it is told not to.
  const address = `string:${url}`;
  if (instances === 1) return { REDIS_ENABLED: "false", REDIS_URL: address };
  return {
    REDIS_ENABLED: "true",
    REDIS: address,
    REDIS_URL: address,
    SYNCHRONIZATION_STORE: "redis",
    CACHE_STORE: "redis",
    // One that is killed while it reads the schema leaves a lock behind; these are how soon another one breaks it.
    CACHE_SCHEMA_MAX_ITERATIONS: "3",
    CACHE_SCHEMA_SYNC_TIMEOUT: "3000",
  };
}

const weakPasswords = {
  LOGIN_STALL_TIME: "1",
  HASH_MEMORY_COST: "1024",
  HASH_TIME_COST: "2",
  HASH_PARALLELISM: "1",
} as const;

/** New files go to the first place; those that are in the folder stay there when a bucket is set later. */
function storageEnv(env: Env): Record<string, string> {
  return {
    STORAGE_LOCATIONS: env.STORAGE_S3_BUCKET ? "s3,local" : "local",
    STORAGE_LOCAL_DRIVER: "local",
    STORAGE_LOCAL_ROOT: env.STORAGE_LOCAL_ROOT,
    ...(env.STORAGE_S3_BUCKET && {
      STORAGE_S3_DRIVER: "s3",
      STORAGE_S3_BUCKET: `string:${env.STORAGE_S3_BUCKET}`,
      STORAGE_S3_FORCE_PATH_STYLE: env.STORAGE_S3_FORCE_PATH_STYLE,
    }),
    ...(env.STORAGE_S3_ENDPOINT && { STORAGE_S3_ENDPOINT: `string:${env.STORAGE_S3_ENDPOINT}` }),
    ...(env.STORAGE_S3_REGION && { STORAGE_S3_REGION: `string:${env.STORAGE_S3_REGION}` }),
    ...(env.STORAGE_S3_KEY && { STORAGE_S3_KEY: `string:${env.STORAGE_S3_KEY}` }),
    ...(env.STORAGE_S3_SECRET && { STORAGE_S3_SECRET: `string:${env.STORAGE_S3_SECRET}` }),
  };
}

/** The gate sends no mail where no server is set; the transport is never a sendmail of the machine. */
function mailEnv(env: Env): Record<string, string> {
  return {
    EMAIL_TRANSPORT: "smtp",
    // Directus would open a connection for each letter, and log what it finds.
    EMAIL_VERIFY_SETUP: "false",
    ...(env.EMAIL_FROM && { EMAIL_FROM: env.EMAIL_FROM }),
    ...(env.EMAIL_SMTP_HOST && {
      EMAIL_SMTP_HOST: `string:${env.EMAIL_SMTP_HOST}`,
      EMAIL_SMTP_PORT: String(env.EMAIL_SMTP_PORT),
      EMAIL_SMTP_SECURE: env.EMAIL_SMTP_SECURE,
    }),
    ...(env.EMAIL_SMTP_USER && { EMAIL_SMTP_USER: `string:${env.EMAIL_SMTP_USER}` }),
    ...(env.EMAIL_SMTP_PASSWORD && { EMAIL_SMTP_PASSWORD: `string:${env.EMAIL_SMTP_PASSWORD}` }),
  };
}
