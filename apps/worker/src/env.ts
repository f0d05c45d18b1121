import { BrowserUrls } from "@genie/browser-client";
import { optional, parseEnv } from "@genie/env";
import { llmVariables } from "@genie/llm";
import { platformVariables } from "@genie/platforms";
import { telemetryVariables } from "@genie/telemetry";
import { z } from "zod";

const secret = z.string().min(32, "must have at least 32 characters");

const Env = z
  .object({
    /** Where health, readiness and metrics are answered; 0.0.0.0 is for a container. */
    WORKER_HOST: z.enum(["127.0.0.1", "0.0.0.0"]).default("127.0.0.1"),
    WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(3003),
    /** Downloads and pictures on their way. No other worker writes to it. */
    WORKER_DATA_DIR: z.string().min(1),
    /**
     * What has to outlast this worker: how far the database had counted, and outcomes that are not delivered yet.
     * Workers may share it; WORKER_DATA_DIR unless it is set.
     */
    WORKER_KEPT_DIR: optional(z.string()),
    DIRECTUS_URL: z.url(),
    WORKER_TOKEN: secret,
    SEALING_KEYS: z.string(),
    SEALING_PRIMARY_KEY: z.string(),
    BROWSER_URL: BrowserUrls,
    BROWSER_TOKEN: secret,
    REDIS_URL: optional(z.url()),
    QUEUES_DATABASE_URL: optional(z.url()),
    ...platformVariables,
    ...llmVariables,
    ...telemetryVariables,
    /** `http`: without a browser, for platforms that need no script. */
    PAGE_DRIVER: z.enum(["browser", "http"]).default("browser"),
    /** How much memory work on pictures and videos may take in all; a third of the machine's unless it is set. */
    MEDIA_MEMORY_MB: optional(z.coerce.number().int().min(1_024)),
    FFMPEG_PATH: optional(z.string()),
    /** The one beside ffmpeg unless it is set. */
    FFPROBE_PATH: optional(z.string()),
    SWEEP_INTERVAL_MS: z.coerce.number().int().min(100).default(60_000),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
  })
  .refine((env) => env.REDIS_URL ?? env.QUEUES_DATABASE_URL, {
    path: ["QUEUES_DATABASE_URL"],
    message: "is missing, and so is REDIS_URL: the queues live in one of them",
  });
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return parseEnv(Env, variables, "The worker");
}
