import type { StackContext } from "../stack-context.ts";
import { readState, updateState } from "../state.ts";
import { logFile, rotateLog } from "../supervision/logs.ts";
import { provideTools, type ToolPaths } from "../tools/provide-tools.ts";
import { missingSentence } from "../tools/tool.ts";

const withinMs = 5 * 60_000;

/** Makes the programs of others available; says which features are off without those that are missing. */
export async function ensureTools(stack: StackContext): Promise<ToolPaths> {
  const { paths, env, report, signal } = stack;
  const log = logFile(paths.logs, "install");
  rotateLog(log);
  const tried = readState(paths.state).installTried;
  const wanted = ["chromium", "ffmpeg"] as const;
  const { paths: found, missing } = await provideTools({
    wanted,
    env,
    log,
    tried,
    withinMs,
    signal,
  });
  if (missing.length > 0) {
    const names = missing.map((tool) => tool.name);
    updateState(paths.state, (state) => ({ ...state, installTried: names }));
    for (const tool of missing) report.line(missingSentence(tool));
  }
  return found;
}
