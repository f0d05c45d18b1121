import type { Env } from "../env.ts";
import { secretNames } from "../secrets.ts";
import { settingNames } from "../settings.ts";

const programs = ["CHROMIUM_PATH", "FFMPEG_PATH"];
const never = new Set<string>([
  ...secretNames,
  "DATABASE_URL",
  "QUEUES_DATABASE_URL",
  "REDIS_URL",
  "DASHBOARD_URL",
  "PUBLIC_URL",
  "TRUSTED_PROXIES",
]);

/**
 * What the demo takes from the operator: of `.env` only where the programs are, since the rest is about
 * an installation of hers, and of the command's environment all but its databases, addresses and keys.
 */
export function demoEnv(file: Env, command: Env, folder: string): Env {
  const fromFile = Object.entries(file).filter(
    ([name]) => programs.includes(name) || !settingNames.includes(name),
  );
  const entries = [...fromFile, ...Object.entries(command)].filter(([name]) => !never.has(name));
  return { ...Object.fromEntries(entries), GENIE_DATA_DIR: folder };
}
