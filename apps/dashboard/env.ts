import { BrowserUrls } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { llmVariables } from "@genie/llm";
import { platformVariables } from "@genie/platforms";
import { telemetryVariables } from "@genie/telemetry";
import { z } from "zod";

const required = z.string({ error: "is missing" });
const secret = required.min(32, "must have at least 32 characters");
const httpUrl = required.refine(isHttpUrl, "must be an http:// or https:// address");
const httpUrls = required
  .transform((list) => list.split(",").map((url) => url.trim()))
  .refine((urls) => urls.every(isHttpUrl), "must be http:// or https:// addresses")
  .transform((urls) => urls.map((url) => new URL(url).origin));

const Env = z.object({
  /** Where live views of browsers are; without Chromium there is no such service. */
  BROWSER_URL: BrowserUrls.optional(),
  BROWSER_VIEWER_TOKEN: secret.optional(),
  DASHBOARD_HOST: z.string().default("127.0.0.1"),
  DASHBOARD_PORT: z.coerce
    .number("must be a port number")
    .int("must be a port number")
    .min(1, "must be a port number")
    .max(65_535, "must be a port number")
    .default(3100),
  DASHBOARD_URL: httpUrl.transform((url) => new URL(url).origin),
  DIRECTUS_URL: httpUrl,
  /** Each Directus by itself, where DIRECTUS_URL divides requests among several. */
  DIRECTUS_EACH_URL: httpUrls.optional(),
  DIRECTUS_ADMIN_TOKEN: required.min(16, "must have at least 16 characters"),
  /** Whether letters go out; who sends them is Directus. */
  EMAIL_SMTP_HOST: z.string().optional(),
  LOG_LEVEL: z.string().default("info"),
  /** Where agents are answered, behind `/mcp`; without it there is no such address. */
  MCP_URL: httpUrl.transform((url) => new URL(url).origin).optional(),
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
  REGISTRATION: z.enum(["open", "closed"], { error: 'must be "open" or "closed"' }).default("open"),
  REGISTRATIONS_PER_HOUR: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .default(10),
  ...llmVariables,
  ...platformVariables,
  ...telemetryVariables,
  SESSION_COOKIE_NAME: z.string().default("directus_session_token"),
  /** Where the workers say how they are. */
  WORKER_URL: httpUrls.optional(),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((address) => address.trim())
        .filter((address) => address !== ""),
    ),
});
export type Env = z.infer<typeof Env>;

/** Empty variables count as missing. Throws `misconfigured` with every problem in one sentence. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = Env.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new AppError("misconfigured", `The dashboard cannot start: ${problems.join("; ")}.`);
}

let parsed: Env | undefined;

/** Read on first use, not on import: `next build` imports every route without an environment. */
export function env(): Env {
  // oxlint-disable-next-line node/no-process-env
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** React and Next pick their production builds by NODE_ENV, so it is set before they load. */
export function setNodeEnv(mode: "development" | "production"): void {
  // oxlint-disable-next-line node/no-process-env
  Object.assign(process.env, { NODE_ENV: mode });
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}
