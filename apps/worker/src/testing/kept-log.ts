import { createLogger, type Logger } from "@genie/logger";

/** A log that keeps its lines, to be looked through. */
export function keptLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLogger({ service: "test", level: "debug", destination }), lines };
}
