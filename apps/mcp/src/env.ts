import { parseEnv } from "@genie/env";
import { isApiToken } from "@genie/crypto";
import { telemetryVariables } from "@genie/telemetry";
import { z } from "zod";

const ServiceEnv = z.object({
  /** 0.0.0.0 is for a container, in whose network there are services of ours alone. */
  MCP_HOST: z.enum(["127.0.0.1", "0.0.0.0"]).default("127.0.0.1"),
  MCP_PORT: z.coerce.number().int().min(0).max(65_535).default(3004),
  DIRECTUS_URL: z.url(),
  /** Whose pages may call it from a browser, and by which name it may be called. */
  DASHBOARD_URL: z.url(),
  ...telemetryVariables,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});
export type ServiceEnv = z.infer<typeof ServiceEnv>;

const StdioEnv = z.object({
  /** Where the dashboard is, as a browser sees it. */
  GENIE_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  GENIE_TOKEN: z
    .string()
    .refine(isApiToken, "is no API token of Genie Helper: make one in the dashboard, Settings"),
});
export type StdioEnv = z.infer<typeof StdioEnv>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export const readServiceEnv = (variables: NodeJS.ProcessEnv = process.env): ServiceEnv =>
  parseEnv(ServiceEnv, variables, "The MCP server");

/** The same for the server that an agent starts itself. */
// oxlint-disable-next-line node/no-process-env
export const readStdioEnv = (variables: NodeJS.ProcessEnv = process.env): StdioEnv =>
  parseEnv(StdioEnv, variables, "The MCP server");
