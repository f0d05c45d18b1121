import { join } from "node:path";
import { type Env, processEnv } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { timeLine } from "../report.ts";
import { inheritedEnv } from "../service-env.ts";
import { checkDocPaths } from "./check-doc-paths.ts";
import { addUp, type Outcome } from "./count-results.ts";
import { runCaptured } from "./run-captured.ts";
import { tellSuite } from "./tell-suite.ts";
import { runVitest } from "./suites.ts";

type Check = { name: string; command: readonly [string, ...string[]]; fix: string };

const checks: readonly Check[] = [
  { name: "Format", command: ["oxfmt", "--check", "."], fix: "Run `pnpm format`." },
  {
    name: "Lint",
    command: ["oxlint", "--type-aware", "--deny-warnings"],
    fix: "Correct the lines above; `pnpm lint --fix` does some of it.",
  },
  {
    name: "Types",
    command: ["turbo", "run", "types", "--continue", "--output-logs=errors-only"],
    fix: "Correct the types above.",
  },
  {
    name: "Boundaries",
    command: ["turbo", "boundaries"],
    fix: "Import only what the tags in turbo.json allow, and list it in the package.json.",
  },
  {
    name: "Unused code",
    command: ["knip"],
    fix: "Delete what is unused, or name its entry in knip.json.",
  },
  {
    name: "Manifests",
    command: ["sherif"],
    fix: "Correct the package.json files; `sherif -f` does some of it.",
  },
];

/** Everything that needs no services. Prints failures in full and else one line a check. */
export async function runVerify(signal: AbortSignal): Promise<Outcome> {
  const env = verifyEnv(processEnv());
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await runCheck(check, env, signal));
  outcomes.push(runDocPaths());
  const unit = await runVitest(["unit"], { env, signal });
  tellSuite("Unit tests", unit);
  return addUp([...outcomes, unit]);
}

async function runCheck(
  { name, command: [program, ...args], fix }: Check,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Outcome> {
  const path = join(repositoryRoot, "node_modules", ".bin", program);
  const { ok, output, ms } = await runCaptured([path, ...args], {
    folder: repositoryRoot,
    env,
    signal,
  });
  if (ok) {
    process.stdout.write(`${timeLine(name, ms)}\n`);
    return { passed: 1, failed: 0, notes: [] };
  }
  process.stdout.write(`${output.trimEnd()}\n${timeLine(name, ms)}  FAILED. ${fix}\n`);
  return { passed: 0, failed: 1, notes: [] };
}

function runDocPaths(): Outcome {
  const started = Date.now();
  const problems = checkDocPaths(repositoryRoot);
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  const verdict = problems.length > 0 ? "  FAILED. Correct the page, or bring the file back." : "";
  process.stdout.write(`${timeLine("Paths in the documents", Date.now() - started)}${verdict}\n`);
  const failed = problems.length > 0;
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, notes: [] };
}

function verifyEnv(env: Env): Record<string, string> {
  return {
    ...inheritedEnv(env),
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
