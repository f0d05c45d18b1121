import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { ServiceContext } from "../stack-context.ts";
import { modelEnv } from "./model-env.ts";
import { answersOk, type Service } from "../supervision/service.ts";

/** Browser sessions over HTTP, on loopback. */
export function browserService(stack: ServiceContext, chromium: string): Service {
  const { env, secrets, settings, paths, ports } = stack;
  const folder = join(repositoryRoot, "apps", "browser");
  return {
    name: "browser",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      BROWSER_PORT: String(ports.browser),
      BROWSER_TOKEN: secrets.BROWSER_TOKEN,
      BROWSER_READER_TOKEN: secrets.BROWSER_READER_TOKEN,
      BROWSER_VIEWER_TOKEN: secrets.BROWSER_VIEWER_TOKEN,
      SEALING_KEYS: secrets.SEALING_KEYS,
      SEALING_PRIMARY_KEY: secrets.SEALING_PRIMARY_KEY,
      BROWSER_DATA_DIR: paths.browser,
      CHROMIUM_PATH: chromium,
      METRICS_TOKEN: secrets.METRICS_TOKEN,
      ...modelEnv(stack),
      LOG_LEVEL: settings.LOG_LEVEL,
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${ports.browser}/health`),
    readyWithinMs: 60_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 20_000,
  };
}
