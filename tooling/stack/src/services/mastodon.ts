import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";

type Double = { url: string; port: number; adminToken: string };

/** The double of a Mastodon server, for tests. `url` is the address of the proxy before it. */
export function mastodonService({ env }: StackContext, { url, port, adminToken }: Double): Service {
  const folder = join(repositoryRoot, "packages", "mastodon-double");
  return {
    name: "mastodon",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      MASTODON_DOUBLE_PORT: String(port),
      MASTODON_DOUBLE_ADMIN_TOKEN: adminToken,
      MASTODON_DOUBLE_URL: url,
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${port}/health`),
    readyWithinMs: 60_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
}
