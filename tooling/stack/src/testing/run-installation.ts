import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ask as askAt, type Asking, findFreePort, stackUnderTest } from "@genie/testing";
import { vi } from "vitest";
import { processEnv } from "../env.ts";
import { instanceName, instancePort } from "../instances.ts";
import { repositoryRoot } from "../paths.ts";
import { freePorts, isPortFree } from "../ports.ts";
import { freshSecrets } from "../secrets.ts";
import { inheritedEnv } from "../service-env.ts";
import { answersOk } from "../supervision/service.ts";
import { findTool } from "../tools/find-tool.ts";
import { missingSentence, tools } from "../tools/tool.ts";
import { runNginx } from "./run-nginx.ts";
import { createPm2 } from "./run-pm2.ts";

const runFile = promisify(execFile);
const prepare = join(repositoryRoot, "tooling", "stack", "src", "prepare.ts");

/** Of the block of loopback, so that it is nginx' word alone that tells it from the proxy's own. */
const caller = "127.0.0.7";

export type Installation = Awaited<ReturnType<typeof runInstallation>>;

/**
 * The services of an installation on the data of the stack under test, as an operator runs them: by pm2 from one
 * `.env`, with nginx and TLS in front, two workers and two browser services. It knows the sandbox of the stack.
 */
export async function runInstallation() {
  const stack = stackUnderTest();
  const program = await findTool(tools.nginx, processEnv());
  if (program === null) throw new Error(missingSentence(tools.nginx));
  const folder = mkdtempSync(join(tmpdir(), "genie-deployed-"));
  const ports = await portsWithRoom();
  const nginx = await runNginx({
    program,
    folder,
    ports: {
      plain: await findFreePort(),
      tls: await findFreePort(),
      dashboard: Number(ports["DASHBOARD_PORT"]),
    },
  });
  const secrets = {
    ...freshSecrets(),
    DIRECTUS_ADMIN_TOKEN: stack.adminToken,
    WORKER_TOKEN: stack.workerToken,
    SEALING_KEYS: stack.sealingKeys,
    SEALING_PRIMARY_KEY: stack.sealingPrimaryKey,
  };
  const settings = Object.entries({
    ...secrets,
    ...ports,
    GENIE_DATA_DIR: join(folder, "data"),
    DASHBOARD_URL: nginx.origin,
    TRUSTED_PROXIES: "127.0.0.1",
    DATABASE_URL: stack.databaseUrl,
    QUEUES_DATABASE_URL: stack.queuesDatabaseUrl,
    WORKER_INSTANCES: "2",
    BROWSER_INSTANCES: "2",
    SANDBOX_URL: stack.sandboxUrl,
    SWEEP_INTERVAL_MS: "2000",
  });
  const envFile = join(folder, ".env");
  writeFileSync(envFile, settings.map(([name, value]) => `${name}=${value}\n`).join(""));
  const deployed = { ...inheritedEnv(processEnv()), GENIE_ENV_FILE: envFile };
  const pm2 = createPm2(folder, deployed);

  const ask = (path: string, asking: Omit<Asking, "ca" | "from"> = {}) =>
    askAt(`${nginx.origin}${path}`, { ...asking, ca: nginx.ca, from: caller });
  /** Where a service answers by itself; of the second instance of `BROWSER_PORT` with 2. */
  const at = (name: string, instance = 1) =>
    `http://127.0.0.1:${instancePort(Number(ports[name]), instance)}`;
  const allAnswer = async () => {
    const services = [
      at("DIRECTUS_PORT"),
      at("DASHBOARD_PORT"),
      at("MCP_PORT"),
      ...[1, 2].flatMap((instance) => [at("BROWSER_PORT", instance), at("WORKER_PORT", instance)]),
    ];
    for (const service of services) {
      await vi.waitFor(
        async () => {
          if (!(await answersOk(`${service}/health`))) throw new Error(`${service} is silent.`);
        },
        { timeout: 60_000, interval: 200 },
      );
    }
  };

  // A release is prepared while the one before runs.
  await Promise.all([
    pm2.start(),
    runFile(process.execPath, [prepare, "--database-only"], { env: deployed }),
  ]);
  await allAnswer();
  return {
    folder,
    caller,
    secrets,
    /** The names of all services under pm2. */
    names: ["agentx-cms", "dashboard", ...both("browser"), "mcp", ...both("worker")],
    nginx,
    pm2,
    at,
    ask,
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json", origin: nginx.origin, ...headers },
        body: JSON.stringify(body),
      }),
    allAnswer,
    end: async () => {
      await pm2.end();
      await nginx.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const both = (name: string) => [1, 2].map((instance) => instanceName(name, instance));

/** The port of each service, and the one of its second instance, are free. */
async function portsWithRoom(): Promise<Record<string, string>> {
  for (;;) {
    const ports = await freePorts();
    const seconds = ["BROWSER_PORT", "WORKER_PORT"].map((name) =>
      instancePort(Number(ports[name]), 2),
    );
    const isFree = await Promise.all(seconds.map((port) => isPortFree(port)));
    if (
      isFree.every(Boolean) &&
      !Object.values(ports).some((port) => seconds.includes(Number(port)))
    )
      return ports;
  }
}
