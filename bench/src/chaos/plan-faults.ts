import { type Random, shuffled } from "./random.ts";

/** What is done to the processes of the stack, beside what goes wrong on the platform all the time. */
export const faultKinds = [
  "kill",
  "pause",
  "redis",
  "flush",
  "postgres",
  "directus",
  "outage",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** `atMs` after the start; `worker` says which one is meant, of those that can be. */
export type PlannedFault = { atMs: number; kind: FaultKind; worker: number };

const longestGapMs = 25_000;
const shortestGapMs = 8_000;

/**
 * When what goes wrong: so many kills of workers evenly over the span, a little early or late, and the
 * other kinds in rotation, each as often as the next. The same for the same seed.
 */
export function planFaults(
  { spanMs, kills, kinds }: { spanMs: number; kills: number; kinds: readonly FaultKind[] },
  random: Random,
): PlannedFault[] {
  const others = kinds.filter((kind) => kind !== "kill");
  const faults: PlannedFault[] = [];
  const count = kinds.includes("kill") ? kills : 0;
  for (let n = 0; n < count; n += 1) {
    faults.push({ atMs: ((n + random()) * spanMs) / count, kind: "kill", worker: random() });
  }
  const fitting = spanMs / Math.max(1, others.length + 1);
  const gapMs = Math.min(longestGapMs, Math.max(shortestGapMs, fitting));
  let rotation: FaultKind[] = [];
  for (let atMs = gapMs / 2; atMs < spanMs && others.length > 0; atMs += gapMs) {
    if (rotation.length === 0) rotation = shuffled(others, random);
    const kind = rotation.pop();
    if (kind !== undefined) faults.push({ atMs, kind, worker: random() });
  }
  return faults.toSorted((one, other) => one.atMs - other.atMs);
}
