import { basename } from "node:path";
import { z } from "zod";

const Report = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});

const most = 8;
const leastMs = 10_000;

/** The files of vitest's JSON report that took longest, ten seconds or more, the longest first. */
export function slowestFiles(json: string): string[] {
  return Report.parse(JSON.parse(json))
    .testResults.map(({ name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
    .filter(({ ms }) => ms >= leastMs)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ name, ms }) => `${basename(name).split(".")[0]} ${Math.round(ms / 1_000)} s`);
}
