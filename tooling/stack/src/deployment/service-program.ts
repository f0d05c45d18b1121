import { mkdirSync } from "node:fs";
import type { Env } from "../env.ts";
import { asInstance, type Counted, countedBy, instancesOf } from "../instances.ts";
import { misconfigured } from "../misconfigured.ts";
import { dataPaths, repositoryRoot } from "../paths.ts";
import { deployedAddresses } from "./deployed-addresses.ts";
import { settledPorts } from "./settled-ports.ts";
import { readDeployedSecrets } from "../secrets.ts";
import { browserService } from "../services/browser.ts";
import { dashboardService } from "../services/dashboard.ts";
import { databaseLogin } from "../services/database-login.ts";
import { directusService } from "../services/directus.ts";
import { mcpService } from "../services/mcp.ts";
import { workerService } from "../services/worker.ts";
import { parseSettings, type Settings } from "../settings.ts";
import type { ServiceContext } from "../stack-context.ts";
import type { Service } from "../supervision/service.ts";
import { findTool } from "../tools/find-tool.ts";
import { tools } from "../tools/tool.ts";

const services = {
  "agentx-cms": (context) => directusService(context, databaseLogin(context)),
  dashboard: dashboardService,
  worker: async (context) =>
    workerService(context, { ffmpeg: await findTool(tools.ffmpeg, context.env) }),
  browser: async (context) => browserService(context, await needChromium(context.env)),
  mcp: mcpService,
} satisfies Record<string, (context: ServiceContext) => Service | Promise<Service>>;

export const serviceNames: readonly string[] = Object.keys(services);

/**
 * How one service is run by a process manager that starts each by itself: program, folder and what it needs of
 * the settings. `worker-2` is the second worker. Throws `misconfigured` with a sentence for everything that is missing or wrong.
 */
export async function serviceProgram(name: string, env: Env): Promise<Service> {
  const [, kind = "", number = "1"] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
  if (!isService(kind)) {
    throw misconfigured(`There is no service ${name}. There are ${serviceNames.join(", ")}.`);
  }
  const settings = parseSettings(env, repositoryRoot);
  const instance = Number(number);
  needInstance(settings, kind, instance);
  needOwnDatabase(settings);
  const paths = dataPaths(settings.GENIE_DATA_DIR);
  mkdirSync(paths.root, { recursive: true, mode: 0o700 });
  const ports = settledPorts(settings);
  const context: ServiceContext = {
    env,
    settings,
    paths,
    ports,
    secrets: readDeployedSecrets(paths.secrets, env),
    addresses: deployedAddresses(settings, ports),
    durable: true,
  };
  return services[kind](asInstance(context, instance));
}

/** Throws unless the settings, which all services go by, tell of it. */
function needInstance(settings: Settings, kind: keyof typeof services, instance: number): void {
  const service = kind === "agentx-cms" ? "directus" : kind;
  if (service === "mcp") {
    if (instance === 1) return;
    throw misconfigured("There is one MCP server. Start mcp.");
  }
  if (instancesOf(settings, service satisfies Counted).includes(instance)) return;
  const variable = countedBy[service];
  throw misconfigured(
    `There is no ${kind}-${instance}: ${variable} is ${settings[variable]}. Set it to ${instance} or more for all services and start them again.`,
  );
}

const isService = (name: string): name is keyof typeof services => Object.hasOwn(services, name);

/** The built-in PostgreSQL belongs to `npm start`. */
function needOwnDatabase({ DATABASE_URL: url }: Settings): void {
  if (url !== undefined) return;
  throw misconfigured(
    "DATABASE_URL is missing. Services that are started one by one need a PostgreSQL of the machine: set DATABASE_URL, or use npm start, which brings one along.",
  );
}

async function needChromium(env: Env): Promise<string> {
  const chromium = await findTool(tools.chromium, env);
  if (chromium !== null) return chromium;
  throw misconfigured(
    "There is no Chromium on this machine. Install it (apt-get install chromium) or set CHROMIUM_PATH, and start the browser service again.",
  );
}
