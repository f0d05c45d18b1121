import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findFreePort, stackUnderTest } from "@genie/testing";
import { vi } from "vitest";
import { directusEnv } from "../directus-env.ts";
import { cmsEnv } from "../drift/cms-program.ts";
import { Env } from "../env.ts";

export type OwnDirectus = {
  url: string;
  pid: number | undefined;
  log: () => string;
  stop: () => Promise<void>;
};

/** A folder that is a disk of its own for this Directus alone (Linux, no rights needed). */
type SmallDisk = { folder: string; sizeKb: number };

/**
 * A second Directus on the database of the stack under test, for what only settings of its own show.
 * `overrides` win over what production runs with.
 */
export async function startDirectus(
  settings: Record<string, string>,
  overrides: Record<string, string> = {},
  disk: SmallDisk | null = null,
): Promise<OwnDirectus> {
  const port = await findFreePort();
  const given = {
    ...cmsEnv(),
    QUEUES_DATABASE_URL: stackUnderTest().queuesDatabaseUrl,
    ...settings,
    PORT: String(port),
    HOST: "127.0.0.1",
  };
  const cli = createRequire(import.meta.url).resolve("directus/package.json");
  const directus = [process.execPath, join(dirname(cli), "cli.js"), "start"];
  const [program = "", ...args] = disk === null ? directus : onSmallDisk(disk, directus);
  const child = spawn(program, args, {
    cwd: join(import.meta.dirname, "..", ".."),
    env: { ...given, ...directusEnv(Env.parse(given)), ...overrides },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  try {
    await vi.waitFor(
      async () => {
        const ping = await fetch(`${url}/server/ping`).catch(() => null);
        if (!ping?.ok) throw new Error(`The second Directus is not up. ${log.slice(-2000)}`);
      },
      { timeout: 240_000, interval: 100 },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid, log: () => log, stop };
}

function onSmallDisk({ folder, sizeKb }: SmallDisk, command: readonly string[]): string[] {
  const mounted = `mount -t tmpfs -o size=${sizeKb}k none "$1" && shift && exec "$@"`;
  return ["unshare", "-Urm", "sh", "-c", mounted, "sh", folder, ...command];
}
