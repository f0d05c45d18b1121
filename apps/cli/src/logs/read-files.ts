import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { createLineReader, LogLine } from "./describe-line.ts";

export type LogSource = { service: string; path: string };
type Describe = ReturnType<typeof createLineReader>;

const askAgainMs = 300;

/** The newest lines of all files, by their times. */
export function readFiles(
  files: readonly LogSource[],
  describe: Describe,
  most: number,
): readonly string[] {
  const lines: LogLine[] = [];
  for (const { service, path } of files) {
    if (!existsSync(path)) continue;
    let before = 0;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      const described = describe(line, service, before);
      if (described === null) continue;
      before = described.at;
      lines.push(described);
    }
  }
  const sorted = lines.toSorted((one, other) => one.at - other.at);
  return sorted.slice(-most).map(({ text }) => text);
}

/** Shows what is added to the files from now on, until Ctrl-C; a file that begins anew is read from its beginning. */
export async function followFiles(
  files: readonly LogSource[],
  describe: Describe,
  show: (line: string) => void,
): Promise<void> {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const places = new Map(files.map(({ path }) => [path, sizeOf(path)]));
  const rests = new Map<string, string>();
  while (!interrupt.signal.aborted) {
    for (const { service, path } of files) {
      const size = sizeOf(path);
      const known = places.get(path) ?? 0;
      const from = size < known ? 0 : known;
      places.set(path, size);
      if (size === from) continue;
      const lines = `${rests.get(path) ?? ""}${readPart(path, from, size)}`.split("\n");
      rests.set(path, lines.pop() ?? "");
      for (const line of lines) {
        const described = describe(line, service, Date.now());
        if (described !== null) show(described.text);
      }
    }
    await wait(askAgainMs, undefined, { signal: interrupt.signal }).catch(() => undefined);
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function readPart(path: string, from: number, to: number): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(to - from);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
}
