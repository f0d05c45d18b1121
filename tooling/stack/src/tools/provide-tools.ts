import type { Env } from "../env.ts";
import { findTool } from "./find-tool.ts";
import { installTools } from "./install-tools.ts";
import { type Tool, type ToolName, tools } from "./tool.ts";

export type ToolPaths = Record<ToolName, string | null>;

type Options = {
  wanted: readonly ToolName[];
  env: Env;
  log: string;
  /** Tools that an earlier start failed to install: not tried at every start again. */
  tried: readonly string[];
  withinMs: number;
  signal: AbortSignal;
};

/** Finds the tools and tries once to install those that are missing. */
export async function provideTools({
  wanted,
  env,
  log,
  tried,
  withinMs,
  signal,
}: Options): Promise<{
  paths: ToolPaths;
  missing: Tool[];
}> {
  const all = wanted.map((name) => tools[name]);
  const paths: ToolPaths = { chromium: null, ffmpeg: null, nginx: null, redis: null };
  const find = async (tool: Tool) => {
    paths[tool.name] = await findTool(tool, env);
  };
  await Promise.all(all.map(find));
  const toInstall = all.filter((tool) => paths[tool.name] === null && !tried.includes(tool.name));
  if (toInstall.length > 0) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
    await installTools(toInstall, env, log, limit);
    await Promise.all(toInstall.map(find));
  }
  return { paths, missing: all.filter((tool) => paths[tool.name] === null) };
}
