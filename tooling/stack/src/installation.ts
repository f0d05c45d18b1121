import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { stackAddresses } from "./addresses.ts";
import { type Env, readEnv } from "./env.ts";
import { isSystemError } from "./misconfigured.ts";
import { dataPaths, repositoryRoot } from "./paths.ts";
import { type Instance, listInstances } from "./instances.ts";
import type { RunFile } from "./run-file.ts";
import { addSealingKey, removeSealingKey } from "./sealing-keys.ts";
import { readDeployedSecrets, readSecrets } from "./secrets.ts";
import { cmsEnv } from "./services/directus.ts";
import { queuesEnv } from "./services/queues.ts";
import { databaseLogin, databaseUrl } from "./services/database-login.ts";
import { parseSettings, type Settings } from "./settings.ts";
import { deployedAddresses } from "./deployment/deployed-addresses.ts";
import { settledPorts } from "./deployment/settled-ports.ts";
import { type Ports, usualPorts } from "./ports.ts";
import { readState } from "./state.ts";

/** An installation that has been started at least once, as an operator's command sees it. */
export type Installation = ReturnType<typeof openInstallation>;

/** Opens the installation of this checkout. Throws `misconfigured` when its settings are wrong. */
export function openInstallation(env: Env = readEnv(repositoryRoot)) {
  const settings = parseSettings(env, repositoryRoot);
  const paths = dataPaths(settings.GENIE_DATA_DIR);
  // Who starts the services one by one has their keys in an environment of his own, and a database.
  const isDeployed =
    settings.DATABASE_URL !== undefined &&
    Boolean(env["SEALING_KEYS"] && env["DIRECTUS_ADMIN_TOKEN"]);
  /** Throws a sentence for each secret that is missing or wrong. */
  const secrets = () => {
    try {
      return isDeployed ? readDeployedSecrets(paths.secrets, env) : readSecrets(paths.secrets, env);
    } catch (error) {
      throw isSystemError(error, "ENOENT") ? notStarted(error) : error;
    }
  };
  const running = () => {
    const { directus, dashboard, worker, browser, mcp, sandbox } = isDeployed
      ? addressesHere(settings)
      : readRunFile(paths.run);
    if (directus === null) throw notRunning();
    const adminToken = secrets().DIRECTUS_ADMIN_TOKEN;
    return { directus, dashboard, worker, browser, mcp, sandbox, adminToken };
  };
  const ports = (): Ports =>
    isDeployed ? settledPorts(settings) : { ...usualPorts, ...readState(paths.state).ports };
  return {
    env,
    settings,
    paths,
    secrets,
    /** Whether a process manager starts each service by itself, as in `deploy`. */
    isDeployed,
    /** The file with the keys; on a server it is not always there. */
    keysFile: isDeployed ? env["GENIE_ENV_FILE"] || join(repositoryRoot, ".env") : paths.secrets,
    /** Where a service says what it does. */
    logOf(service: string): string {
      const name = service.replace(/^directus\b/, "agentx-cms");
      return isDeployed
        ? `pm2 logs ${name}, or journalctl -u genie-helper@${name}`
        : join(paths.logs, `${service}.log`);
    },
    /** The processes of the running stack, by service. */
    pids: () => readRunFile(paths.run).pids,
    /** Makes a key that seals from the next start on; answers its id. */
    addSealingKey() {
      secrets();
      return addSealingKey(paths.secrets, env);
    },
    /** Forgets an old key; whether it still seals something is the caller's to know. */
    removeSealingKey(id: number) {
      secrets();
      removeSealingKey(paths.secrets, env, id);
    },
    /** Where the running stack answers; throws `upstream_unavailable` when nothing runs. */
    running,
    /** Each instance of a service; none of one that was not started. Throws as `running` does. */
    instances(service: "browser" | "dashboard" | "directus" | "mcp" | "worker"): Instance[] {
      const here = running();
      // What divides requests among several is none of them.
      const urls =
        service === "directus" && isDeployed ? addressesHere(settings).eachDirectus : here[service];
      return urls === null ? [] : listInstances(settings, service, urls);
    },
    ports,
    /** The application's database, with the password. */
    databaseUrl: (postgres = ports().postgres) =>
      databaseUrl({ settings, secrets: secrets(), ports: { ...ports(), postgres } }),
    /** The same, in parts. */
    databaseLogin: () => databaseLogin({ settings, ports: ports(), secrets: secrets() }),
    /** Where the queues live. */
    queues: () => queuesEnv({ settings, ports: ports(), secrets: secrets() }),
    /** The environment for the programs of apps/cms. */
    cmsEnv(): Record<string, string> {
      const context = { env, settings, paths, ports: ports(), secrets: secrets(), durable: true };
      const addresses = stackAddresses(settings, context.ports, { sandbox: false });
      return cmsEnv({ ...context, addresses }, databaseLogin(context));
    },
  };
}

/** By which the services of a server are reached from itself; nginx is passed by. */
function addressesHere(settings: Settings) {
  const ports = settledPorts(settings);
  return {
    ...deployedAddresses(settings, ports),
    dashboard: `http://127.0.0.1:${ports.dashboard}`,
  };
}

function readRunFile(path: string): RunFile {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw isSystemError(error, "ENOENT") ? notRunning(error) : error;
  }
}

const notRunning = (cause?: unknown) =>
  new AppError("upstream_unavailable", "Genie Helper is not running. Start it with npm start.", {
    cause,
  });

const notStarted = (cause: unknown) =>
  new AppError(
    "misconfigured",
    "There is no installation in this data folder yet. Start it with npm start, or set GENIE_DATA_DIR to its folder.",
    { cause },
  );
