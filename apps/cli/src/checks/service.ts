import { isReady } from "@genie/telemetry";
import type { Installation } from "@genie/stack";

const names = {
  browser: "The browser service",
  directus: "Directus",
  mcp: "The MCP server",
  worker: "The worker",
} as const;

/** What a service itself finds wrong with it, or that it does not answer and where its log is. */
export async function checkService(
  installation: Pick<Installation, "logOf" | "running" | "secrets">,
  service: keyof typeof names,
): Promise<string | null> {
  const url = installation.running()[service];
  const { METRICS_TOKEN } = installation.secrets();
  if (url === null) return null;
  const trouble = await isReady(service, names[service], url, METRICS_TOKEN).find();
  return trouble === null ? null : `${trouble} Its log: ${installation.logOf(service)}`;
}
