import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./benchmark.ts";
import { plotBars } from "./plot-bars.ts";

const resultsFolder = join(import.meta.dirname, "../results");

/** Writes `results/<name>.json` and `.svg`, and returns the JSON on one line. */
export async function writeResult(name: string, { figures, plot }: Outcome): Promise<string> {
  const result = { name, date: new Date().toISOString(), machine: describeMachine(), figures };
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(join(resultsFolder, `${name}.svg`), await plotBars(plot));
  await writeFile(join(resultsFolder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  return JSON.stringify(result);
}

/** What the figures were measured on. */
export function describeMachine() {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
