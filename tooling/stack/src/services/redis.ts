import { join } from "node:path";
import { checkRedis } from "../redis.ts";
import type { StackContext } from "../stack-context.ts";
import type { Service } from "../supervision/service.ts";
import { writeAtomically } from "../write-atomically.ts";

/** A Redis that keeps nothing on disk: for tests. */
export function redisService(
  { paths }: StackContext,
  { program, url }: { program: string; url: string },
): Service {
  // A password among the arguments could be read by every user of the machine.
  const config = join(paths.root, "redis.conf");
  return {
    name: "redis",
    command: [program, config],
    env: {},
    folder: paths.root,
    beforeStart: () => writeAtomically(config, redisConfig(new URL(url))),
    isReady: () =>
      checkRedis(url).then(
        () => true,
        () => false,
      ),
    readyWithinMs: 30_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
}

function redisConfig({ hostname, port, password }: URL): string {
  const lines = [
    `bind ${hostname}`,
    `port ${port}`,
    `requirepass ${password}`,
    'save ""',
    "appendonly no",
    "maxmemory-policy noeviction",
  ];
  return `${lines.join("\n")}\n`;
}
