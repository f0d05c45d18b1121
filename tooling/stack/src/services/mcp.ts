import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { ServiceContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";

/** What agents talk to. It has no secret of theirs: they bring their tokens. */
export function mcpService({ env, secrets, settings, addresses, ports }: ServiceContext): Service {
  const folder = join(repositoryRoot, "apps", "mcp");
  return {
    name: "mcp",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      MCP_PORT: String(ports.mcp),
      DIRECTUS_URL: addresses.directus,
      DASHBOARD_URL: addresses.dashboard,
      METRICS_TOKEN: secrets.METRICS_TOKEN,
      LOG_LEVEL: settings.LOG_LEVEL,
    },
    folder,
    isReady: () => answersOk(`${addresses.mcp}/health`),
    readyWithinMs: 60_000,
    needs: ["directus"],
    stopSignal: "SIGTERM",
    stopWithinMs: 20_000,
  };
}
