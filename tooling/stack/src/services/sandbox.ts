import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";
import type { ToolPaths } from "../tools/provide-tools.ts";

/** The account that the sandbox has from the start. */
export const sandboxAccount = { username: "demo", password: "demo-password-1" };

/** The fan platform of our own. Without ffmpeg it has no videos. */
export function sandboxService(
  { env, secrets, settings, paths, ports }: StackContext,
  { ffmpeg }: ToolPaths,
): Service {
  const folder = join(repositoryRoot, "apps", "sandbox");
  return {
    name: "sandbox",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_DATA_DIR: paths.sandbox,
      SANDBOX_ADMIN_TOKEN: secrets.SANDBOX_ADMIN_TOKEN,
      SANDBOX_DEMO_PASSWORD: sandboxAccount.password,
      ...(ffmpeg !== null && { FFMPEG_PATH: ffmpeg }),
      LOG_LEVEL: settings.LOG_LEVEL,
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${ports.sandbox}/healthz`),
    readyWithinMs: 180_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
}
