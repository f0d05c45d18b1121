import { readFileSync } from "node:fs";
import { z } from "zod";
import { isSystemError } from "./misconfigured.ts";
import { portNames } from "./ports.ts";
import { writeAtomically } from "./write-atomically.ts";

const ProcessMark = z.object({
  pid: z.int().positive(),
  /** Differs for any other process that gets the same pid later. */
  identity: z.string(),
});
/** Names one process for good, although pids are used again. */
export type ProcessMark = z.infer<typeof ProcessMark>;

const Signal = z.enum(["SIGTERM", "SIGINT"]);

const State = z.object({
  services: z.record(
    z.string(),
    ProcessMark.extend({ stopSignal: Signal, needs: z.array(z.string()).readonly().default([]) }),
  ),
  ports: z.partialRecord(z.enum(portNames), z.int()),
  loginShown: z.boolean(),
  installTried: z.array(z.string()),
});
/** What the supervisor remembers from one run to the next; only the holder of the lock writes it. */
export type State = z.infer<typeof State>;

const empty: State = { services: {}, ports: {}, loginShown: false, installTried: [] };

/** Reads the state; an unreadable file counts as none, since all in it can be found out again. */
export function readState(path: string): State {
  try {
    const parsed = State.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : empty;
  } catch (error) {
    if (isSystemError(error, "ENOENT") || error instanceof SyntaxError) return empty;
    throw error;
  }
}

export function updateState(path: string, change: (state: State) => State): void {
  writeAtomically(path, `${JSON.stringify(change(readState(path)), null, 2)}\n`);
}

export function readMark(text: string): ProcessMark | null {
  try {
    return ProcessMark.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
