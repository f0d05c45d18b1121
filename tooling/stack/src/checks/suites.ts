import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { countPlaywright, countVitest, type Outcome } from "./count-results.ts";
import { runCaptured } from "./run-captured.ts";
import { slowestFiles } from "./slowest-files.ts";

export type SuiteOptions = {
  env: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Only files whose path holds one of these texts; all without any. */
  filters?: readonly string[];
};

export type JourneyProject = "desktop" | "phone" | "pictures" | "wide";

type JourneyOptions = SuiteOptions & {
  /** Those of apps/dashboard/playwright.config.ts. */
  projects: readonly JourneyProject[];
  /** Where traces and screenshots of failed journeys go. */
  artifacts: string;
};

export type SuiteResult = Outcome & {
  output: string;
  ms: number;
  /** Files that took long, with their seconds. */
  slowest?: readonly string[];
};

/** Runs projects of vitest.config.ts. */
export async function runVitest(
  projects: readonly ("apart" | "integration" | "unit")[],
  { env, signal, filters = [] }: SuiteOptions,
): Promise<SuiteResult> {
  const vitest = join(repositoryRoot, "node_modules", ".bin", "vitest");
  return withReport(async (report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const wanted = projects.map((project) => `--project=${project}`);
    const args = ["run", ...wanted, ...reporters, ...filters];
    const run = await runCaptured([vitest, ...args], { folder: repositoryRoot, env, signal });
    return { run, count: countVitest, slowest: slowestFiles };
  });
}

/** Runs the journeys of the dashboard in the browser. */
export async function runPlaywright({
  env: { NO_COLOR: _noColor, ...env },
  projects,
  signal,
  filters = [],
  artifacts,
}: JourneyOptions): Promise<SuiteResult> {
  const folder = join(repositoryRoot, "apps", "dashboard");
  const cli = join(folder, "node_modules", "@playwright", "test", "cli.js");
  return withReport(async (report) => {
    const flags = ["--reporter=list,json", `--output=${artifacts}`];
    const wanted = projects.map((project) => `--project=${project}`);
    const args = ["test", ...flags, ...wanted, ...filters];
    const run = await runCaptured([process.execPath, cli, ...args], {
      folder,
      env: { ...env, FORCE_COLOR: "0", PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      signal,
    });
    return { run, count: countPlaywright, slowest: () => [] };
  });
}

type Run = {
  run: { ok: boolean; output: string; ms: number };
  count: (json: string) => Outcome;
  slowest: (json: string) => readonly string[];
};

async function withReport(work: (report: string) => Promise<Run>): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), "genie-report-"));
  const report = join(folder, "report.json");
  try {
    const { run, count, slowest } = await work(report);
    const outcome = readOutcome(report, { count, slowest }, run.ok);
    return { ...outcome, output: run.output, ms: run.ms };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOutcome(
  report: string,
  { count, slowest }: Omit<Run, "run">,
  exitedWell: boolean,
): Omit<SuiteResult, "ms" | "output"> {
  try {
    const json = readFileSync(report, "utf8");
    const outcome = { ...count(json), slowest: slowest(json) };
    if (exitedWell || outcome.failed > 0) return outcome;
    return { ...outcome, failed: 1, notes: ["All tests passed, but the run ended with an error."] };
  } catch {
    return { passed: 0, failed: 1, notes: ["The run ended without a report."], slowest: [] };
  }
}
