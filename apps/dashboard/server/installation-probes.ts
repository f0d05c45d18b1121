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

/** Of each service every instance: the first has the service's name, the others a number as well. */
export function checksOf(env: Env): Check[] {
  const { DIRECTUS_URL, DIRECTUS_EACH_URL, MCP_URL, METRICS_TOKEN: token } = env;
  const services = [
    ["directus", "Directus", DIRECTUS_EACH_URL ?? [DIRECTUS_URL]],
    ["worker", "The worker", env.WORKER_URL ?? []],
    ["browser", "The browser service", env.BROWSER_URL ?? []],
    ["mcp", "The MCP server", MCP_URL === undefined ? [] : [MCP_URL]],
  ] as const;
  return services.flatMap(([service, name, urls]) =>
    urls.map((url, index) =>
      index === 0
        ? isReady(service, name, url, token)
        : isReady(`${service}-${index + 1}`, `${name} (${service}-${index + 1})`, url, token),
    ),
  );
}
