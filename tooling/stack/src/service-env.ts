import type { Env } from "./env.ts";
import { secretNames } from "./secrets.ts";
import { settingNames } from "./settings.ts";

const ours: ReadonlySet<string> = new Set([...settingNames, ...secretNames]);

/**
 * The environment that a program of the stack starts from: the operator's own, without our settings
 * and secrets (each program is handed those it needs) and without what npm adds.
 */
export function inheritedEnv(env: Env): Record<string, string> {
  const kept = Object.entries(env).filter(
    ([name, value]) =>
      value !== undefined && !ours.has(name) && !/^npm_/i.test(name) && name !== "INIT_CWD",
  );
  return Object.fromEntries(kept) as Record<string, string>;
}
