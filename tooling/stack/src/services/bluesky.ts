import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import type { Program } from "../run-program.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";

const folder = join(repositoryRoot, "tooling", "bluesky-server");

/** Brings the packages of the Bluesky server, which are no part of the installation. */
export function installBluesky({ env }: StackContext): Program {
  return {
    name: "bluesky-install",
    command: ["pnpm", "install", "--frozen-lockfile", "--prefer-offline"],
    env: inheritedEnv(env),
    folder,
  };
}

/** A real Bluesky server, for tests. `url` is the address that it gives as its own, a proxy's before it. */
export function blueskyService(
  { env, paths }: StackContext,
  { url, port, adminToken }: { url: string; port: number; adminToken: string },
): Service {
  return {
    name: "bluesky",
    command: [process.execPath, join(folder, "src", "main.js")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      BLUESKY_SERVER_PORT: String(port),
      BLUESKY_SERVER_URL: url,
      BLUESKY_SERVER_ADMIN_TOKEN: adminToken,
      BLUESKY_SERVER_DATA_DIR: join(paths.root, "bluesky"),
      LOG_ENABLED: "false",
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${port}/xrpc/_health`),
    readyWithinMs: 180_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
}
