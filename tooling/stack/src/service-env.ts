import { delimiter, dirname, join } from "node:path";
import type { Env } from "./env.ts";
import { repositoryRoot } from "./paths.ts";
import { secretNames } from "./secrets.ts";
import { settingNames } from "./settings.ts";

const ours: ReadonlySet<string> = new Set([
  ...settingNames,
  ...secretNames,
  "INIT_CWD",
  "NODE_ENV",
]);

/**
 * The environment that a program of the stack starts from: the operator's own with our toolchain on
 * the PATH, without our settings and secrets (each program is handed those it needs) and without what
 * npm adds.
 */
export function inheritedEnv(env: Env): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !ours.has(name) && !/^npm_/i.test(name)) kept[name] = value;
  }
  return { ...kept, PATH: toolchainPath(env["PATH"]) };
}

function toolchainPath(path = ""): string {
  const folders = [
    dirname(process.execPath),
    join(repositoryRoot, "node_modules", ".bin"),
    join(repositoryRoot, ".tools", "node_modules", ".bin"),
  ];
  return [...folders, path].join(delimiter);
}
