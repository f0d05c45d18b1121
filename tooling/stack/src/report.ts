import { appendFileSync } from "node:fs";

/** Where the stack tells a person what it does. */
export type Report = {
  line: (text: string) => void;
};

export type PhaseTime = { phase: string; ms: number };

/** Sends each line to a log file too, with the time. */
export function alsoToFile(report: Report, path: string): Report {
  return {
    line: (text) => {
      report.line(text);
      try {
        appendFileSync(path, `${new Date().toISOString()} ${text}\n`, { mode: 0o600 });
      } catch {
        // A full disk must not end the supervisor; the line was shown.
      }
    },
  };
}

/** Times named phases and prints one line for each as it ends. */
export function createPhases(report: Report, now: () => number = Date.now) {
  const started = now();
  const times: PhaseTime[] = [];
  return {
    async run<T>(phase: string, work: () => T | Promise<T>): Promise<T> {
      const begun = now();
      const result = await work();
      const ms = now() - begun;
      times.push({ phase, ms });
      report.line(timeLine(phase, ms));
      return result;
    },
    finish(): PhaseTime[] {
      return [...times, { phase: "total", ms: now() - started }];
    },
  };
}

export type Phases = ReturnType<typeof createPhases>;

export function timeLine(label: string, ms: number): string {
  return `${label.padEnd(32)} ${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`;
}
