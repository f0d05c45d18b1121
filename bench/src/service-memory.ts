import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Memory, treeMemory } from "./child-service.ts";

const RunFile = z.object({ pids: z.record(z.string(), z.int().positive()) });

/** The process of each service of a running stack, by its name. */
export async function servicePids(runFile: string): Promise<Record<string, number>> {
  return RunFile.parse(JSON.parse(await readFile(runFile, "utf8"))).pids;
}

/** What each service of a running stack takes, with all that is below it, by its name. */
export async function serviceMemory(runFile: string): Promise<Map<string, Memory>> {
  const pids = await servicePids(runFile);
  const found = await Promise.all(
    Object.entries(pids).map(async ([name, pid]) => [name, await treeMemory(pid)] as const),
  );
  return new Map(found);
}

/** Those that an installation has; what tests bring along is none of them. */
export const ofInstallation = (name: string): boolean =>
  !/^(sandbox|redis|mailbox|bluesky|mastodon)/.test(name);

/** All of an installation together. */
export function totalMemory(services: ReadonlyMap<string, Memory>): Memory {
  const ours = [...services].filter(([name]) => ofInstallation(name)).map(([, memory]) => memory);
  return {
    rssMb: ours.reduce((sum, { rssMb }) => sum + rssMb, 0),
    pssMb: ours.reduce((sum, { pssMb }) => sum + pssMb, 0),
  };
}
