import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { instanceName, instancesOf } from "../instances.ts";
import { inheritedEnv } from "../service-env.ts";
import type { ServiceContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";
import type { ToolPaths } from "../tools/provide-tools.ts";
import { modelEnv } from "./model-env.ts";
import { platformsEnv } from "./platforms-env.ts";
import { queuesEnv } from "./queues.ts";

/** Does what is in the queues. */
export function workerService(
  stack: ServiceContext,
  { ffmpeg }: Pick<ToolPaths, "ffmpeg">,
): Service {
  const { env, secrets, settings, addresses, paths, ports } = stack;
  const folder = join(repositoryRoot, "apps", "worker");
  return {
    name: "worker",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      WORKER_PORT: String(ports.worker),
      WORKER_DATA_DIR: paths.worker,
      WORKER_TOKEN: secrets.WORKER_TOKEN,
      DIRECTUS_URL: addresses.directus,
      BROWSER_URL: addresses.browser,
      BROWSER_TOKEN: secrets.BROWSER_TOKEN,
      ...queuesEnv(stack),
      ...platformsEnv(stack),
      METRICS_TOKEN: secrets.METRICS_TOKEN,
      ...modelEnv(stack),
      SEALING_KEYS: secrets.SEALING_KEYS,
      SEALING_PRIMARY_KEY: secrets.SEALING_PRIMARY_KEY,
      SWEEP_INTERVAL_MS: settings.SWEEP_INTERVAL_MS,
      ...(ffmpeg !== null && { FFMPEG_PATH: ffmpeg }),
      PAGE_DRIVER: settings.PAGE_DRIVER,
      LOG_LEVEL: settings.LOG_LEVEL,
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${ports.worker}/health`),
    // One that remembers no posts waits a minute for another that does.
    readyWithinMs: 150_000,
    needs: [
      ...instancesOf(settings, "browser").map((instance) => instanceName("browser", instance)),
      "directus",
      "postgres",
      "sandbox",
    ],
    stopSignal: "SIGTERM",
    // A post that is being sent is sent to its end.
    stopWithinMs: 60_000,
  };
}
