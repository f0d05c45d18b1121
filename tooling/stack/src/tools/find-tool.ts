import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import type { Env } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { linkRedisServer } from "./link-redis-server.ts";
import { playwrightChromium } from "./playwright.ts";
import type { Tool } from "./tool.ts";

const run = promisify(execFile);

/**
 * The path of the tool: what its setting says, else the first that runs; null when there is none.
 * `links` is the folder for a name that we give a program.
 */
export async function findTool(
  tool: Tool,
  env: Env,
  links: string = join(repositoryRoot, ".tools"),
): Promise<string | null> {
  const set = env[tool.variable];
  if (set) return set;
  for (const candidate of candidates(tool, env)) {
    if (await runs(candidate, tool.versionFlag)) return candidate;
  }
  const other = await otherWay(tool, env, links);
  return other !== null && (await runs(other, tool.versionFlag)) ? other : null;
}

async function otherWay({ name }: Tool, env: Env, links: string): Promise<string | null> {
  if (name === "chromium") return playwrightChromium();
  if (name !== "redis") return null;
  const [twin] = onPath("redis-check-rdb", env);
  return twin === undefined ? null : linkRedisServer(twin, links);
}

function candidates({ programs }: Tool, env: Env): string[] {
  return programs.flatMap((name) =>
    isAbsolute(name) ? [name].filter(isExecutable) : onPath(name, env),
  );
}

function onPath(name: string, env: Env): string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems have a program of that name that only tells how to install the real one. */
async function runs(path: string, versionFlag: string): Promise<boolean> {
  try {
    await run(path, [versionFlag], { timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}
