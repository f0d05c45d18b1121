import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const pid = z.number().int().positive();
const RunFile = z.object({
  supervisor: pid,
  pids: z.record(z.string(), pid.nullable()).default({}),
});
const Phases = z.array(z.object({ phase: z.string(), ms: z.number() }));

/** The processes of a stack that is ready, the supervisor first. Undefined until it is. */
export async function readPids(dataDir: string): Promise<number[] | undefined> {
  const text = await readIfThere(join(dataDir, "run.json"));
  if (text === undefined) {
    return undefined;
  }
  const { supervisor, pids } = RunFile.parse(JSON.parse(text));
  return [supervisor, ...Object.values(pids).filter((pid) => pid !== null)];
}

/**
 * Seconds of each phase of the start, as the stack itself counts them, by a name in lower case;
 * `total` is one. Undefined until the stack is ready.
 */
export async function readPhases(dataDir: string): Promise<Map<string, number> | undefined> {
  const text = await readIfThere(join(dataDir, "phases.json"));
  return text === undefined
    ? undefined
    : new Map(Phases.parse(JSON.parse(text)).map(({ phase, ms }) => [toKey(phase), ms / 1000]));
}

function toKey(phase: string): string {
  return phase.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}
