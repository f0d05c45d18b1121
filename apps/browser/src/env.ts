import { AppError } from "@genie/errors";
import { z } from "zod";

const Env = z.object({
  BROWSER_HOST: z.string().default("127.0.0.1"),
  BROWSER_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  BROWSER_TOKEN: z.string().min(32, "must have at least 32 characters"),
  /** Where profiles and files that wait for an upload are kept while a session lasts. */
  BROWSER_DATA_DIR: z.string().min(1),
  CHROMIUM_PATH: z.string().min(1, "names no browser; install Chromium or set it"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const parsed = Env.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new AppError(
    "misconfigured",
    `The browser service can't start with these settings. ${problems.join("; ")}.`,
  );
}
