import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { repositoryRoot } from "../paths.ts";

const run = promisify(execFile);
const program = join(
  createRequire(import.meta.url).resolve("pm2/package.json"),
  "..",
  "bin",
  "pm2",
);
const Processes = z.array(
  z.object({
    name: z.string(),
    pid: z.number(),
    pm2_env: z.object({ status: z.string(), restart_time: z.number(), kill_timeout: z.number() }),
  }),
);

/** A pm2 with a daemon of its own, on the ecosystem file of `deploy/pm2`. */
export function createPm2(folder: string, env: Record<string, string>) {
  const ecosystem = join(repositoryRoot, "deploy", "pm2", "ecosystem.config.cjs");
  const ours = { ...env, PM2_HOME: join(folder, "pm2"), PM2_DISABLE_VERSION_CHECK: "true" };
  const pm2 = async (...args: string[]) => {
    const options = { env: ours, cwd: folder, maxBuffer: 2 ** 24 };
    const { stdout } = await run(process.execPath, [program, ...args], options);
    return stdout;
  };
  const list = async () => {
    const text = await pm2("jlist", "--silent");
    return { text, processes: Processes.parse(JSON.parse(text.slice(text.indexOf("[")))) };
  };
  return {
    start: () => pm2("start", ecosystem),
    restart: (name: string) => pm2("restart", name),
    stop: (name: string) => pm2("stop", name),
    save: () => pm2("save"),
    list,
    pidOf: async (name: string) =>
      (await list()).processes.find((one) => one.name === name)?.pid ?? null,
    /** Ends everything, the daemon too. */
    end: () => pm2("kill"),
  };
}
