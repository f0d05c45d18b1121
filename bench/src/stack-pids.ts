import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { z } from "zod";

const RunFile = z.object({ pids: z.record(z.string(), z.int().positive()) });

type ServiceName = "browser-2" | "browser" | "directus" | "worker-2" | "worker";

const restartWithinMs = 120_000;

/** The process of a service of the stack, as it is now. */
export async function pidOf(runFile: string, service: ServiceName): Promise<number> {
  const { pids } = RunFile.parse(JSON.parse(await readFile(runFile, "utf8")));
  const found = pids[service];
  if (found !== undefined) return found;
  throw new AppError("internal", `The stack runs no ${service}.`);
}

/** Waits until the stack has started a service again that was killed. */
export async function restarted(
  runFile: string,
  service: ServiceName,
  { victim, signal }: { victim: number; signal: AbortSignal },
): Promise<void> {
  const until = performance.now() + restartWithinMs;
  while (performance.now() < until) {
    signal.throwIfAborted();
    const now = await pidOf(runFile, service).catch(() => victim);
    if (now !== victim) return;
    await wait(200);
  }
  throw new AppError("internal", `The ${service} did not come back.`);
}
