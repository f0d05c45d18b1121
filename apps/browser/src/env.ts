import { parseEnv } from "@genie/env";
import { llmVariables } from "@genie/llm";
import { telemetryVariables } from "@genie/telemetry";
import { join } from "node:path";
import { z } from "zod";

const Env = z.object({
  /** 0.0.0.0 is for a container, in whose network there are services of ours alone. */
  BROWSER_HOST: z
    .string()
    .default("127.0.0.1")
    .refine(
      (host) => /^(localhost|127(\.\d{1,3}){3}|::1|0\.0\.0\.0)$/.test(host),
      "must be an address of this machine only, such as 127.0.0.1, or 0.0.0.0 in a container",
    ),
  BROWSER_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  BROWSER_TOKEN: z.string().min(32, "must have at least 32 characters"),
  /** Of who may only read, with cookies that are opened here: the gate. */
  BROWSER_READER_TOKEN: z.string().min(32, "must have at least 32 characters"),
  /** Of who shows live views to people and does nothing else: the dashboard. */
  BROWSER_VIEWER_TOKEN: z.string().min(32, "must have at least 32 characters"),
  /** Open the cookies of stored sessions. */
  SEALING_KEYS: z.string(),
  SEALING_PRIMARY_KEY: z.string(),
  /** Where profiles of accounts are kept, and files that wait for an upload while a session lasts. */
  BROWSER_DATA_DIR: z.string().min(1),
  /** How many sessions may be open at once; each takes some 200 MB of memory. */
  BROWSER_MAX_SESSIONS: z.coerce.number().int().min(1).max(100).default(6),
  /** A session whose browser takes more is ended. On macOS what its processes share counts for each of them. */
  BROWSER_SESSION_MAX_MB: z.coerce.number().int().min(300).max(100_000).default(1500),
  CHROMIUM_PATH: z.string().min(1, "names no browser; install Chromium or set it"),
  ...llmVariables,
  ...telemetryVariables,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return parseEnv(Env, variables, "The browser service");
}

/**
 * Keeps Playwright's temporary profiles with our own data, where the next start removes what is left
 * of them, and its debug output, which repeats cookies and what is typed, off.
 */
export function useOwnTemporaryFolder(dataDir: string): void {
  // oxlint-disable-next-line node/no-process-env
  const variables = process.env;
  variables["TMPDIR"] = join(dataDir, "chromium");
  delete variables["DEBUG"];
}
