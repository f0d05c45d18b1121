import { isReady } from "@genie/telemetry";
import type { Installation } from "@genie/stack";

const names = {
  browser: "The browser service",
  directus: "Directus",
  mcp: "The MCP server",
  worker: "The worker",
} as const;

/** What each instance of a service itself finds wrong with it, or that it does not answer, and where its log is. */
export async function checkService(
  { instances, logOf, secrets }: Pick<Installation, "instances" | "logOf" | "secrets">,
  service: keyof typeof names,
): Promise<string | null> {
  const { METRICS_TOKEN } = secrets();
  const troubles = await Promise.all(
    instances(service).map(async ({ name, url }) => {
      const called = name === service ? names[service] : `${names[service]} ${name}`;
      const trouble = await isReady(service, called, url, METRICS_TOKEN).find();
      return trouble === null ? [] : [`${trouble} Its log: ${logOf(name)}`];
    }),
  );
  return troubles.flat().join(" ") || null;
}
