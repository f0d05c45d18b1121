import { optional, parseEnv } from "@genie/env";
import { z } from "zod";
import { isLoopbackHost } from "./http/loopback.ts";

export const Env = z.object({
  SANDBOX_HOST: z
    .string()
    .default("127.0.0.1")
    .refine(isLoopbackHost, "must be an address of this machine only, such as 127.0.0.1"),
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3200),
  SANDBOX_DATA_DIR: z.string().min(1),
  SANDBOX_ADMIN_TOKEN: z.string().min(32, "must have at least 32 characters"),
  SANDBOX_DEMO_PASSWORD: z.string().min(8).default("demo-password-1"),
  FFMPEG_PATH: optional(z.string()),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return parseEnv(Env, variables, "The sandbox");
}
