import { z } from "zod";

/** What came out of a suite. Whatever is not a clean pass counts as failed. */
export type Outcome = { passed: number; failed: number; notes: string[] };

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** Counts vitest's JSON report: also files that could not be loaded, and errors outside of tests. */
export function countVitest(json: string): Outcome {
  const report = VitestReport.parse(JSON.parse(json));
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return judge({
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success && report.numPassedTests > 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    flaky: 0,
  });
}

/** Counts Playwright's JSON report: a test that only passes at a second try counts as failed. */
export function countPlaywright(json: string): Outcome {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(json));
  const failed = stats.unexpected + stats.flaky;
  return judge({
    passed: stats.expected,
    failed: failed === 0 && errors.length > 0 ? errors.length : failed,
    skipped: stats.skipped,
    flaky: stats.flaky,
  });
}

export function addUp(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    notes: outcomes.flatMap(({ notes }) => notes),
  };
}

type Counts = { passed: number; failed: number; skipped: number; flaky: number };

function judge({ passed, failed, skipped, flaky }: Counts): Outcome {
  const notes: string[] = [];
  if (skipped > 0) notes.push(`${skipped} tests were skipped. Make them run, or delete them.`);
  if (flaky > 0) notes.push(`${flaky} tests passed only at a second try. Find out why.`);
  const ranNothing = passed + failed + skipped === 0;
  if (ranNothing) notes.push("No test ran. Check the file names and the filter.");
  return { passed, failed: failed + skipped + (ranNothing ? 1 : 0), notes };
}
