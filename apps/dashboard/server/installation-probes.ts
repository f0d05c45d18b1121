import { type Check, createProbes, createReadiness, isReady } from "@genie/telemetry";
import type { Env } from "../env.ts";
import { createOperatorCheck } from "./operator-check.ts";

/**
 * Answers for the whole installation: this is the outermost hop. It is ready when all others are. Sentences are for
 * operators and administrators; metrics for who asks this process itself, and no proxy.
 */
export const installationProbes = (env: Env) =>
  createProbes({
    ready: createReadiness(checksOf(env)),
    token: env.METRICS_TOKEN,
    mayReadSentences: createOperatorCheck(env),
    isInside: ({ headers }) =>
      headers["x-forwarded-for"] === undefined && headers.forwarded === undefined,
  });

function checksOf(env: Env): Check[] {
  const parts = [
    ["directus", "Directus", env.DIRECTUS_URL],
    ["worker", "The worker", env.WORKER_URL],
    ...(env.BROWSER_URL ?? []).map(
      (url, index) =>
        [index === 0 ? "browser" : `browser-${index + 1}`, "The browser service", url] as const,
    ),
    ["mcp", "The MCP server", env.MCP_URL],
  ] as const;
  return parts.flatMap(([part, name, url]) =>
    url === undefined ? [] : [isReady(part, name, url, env.METRICS_TOKEN)],
  );
}
